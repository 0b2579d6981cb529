// verdict: fails lost-update slots[0]
// why: ++ on an array element reads and writes it in two steps.

public class SharedSlot {
  private static final int[] slots = new int[2];

  public static void main(String[] args) throws InterruptedException {
    Runnable vote = () -> slots[0]++;
    Thread ann = new Thread(vote, "Ann");
    Thread bob = new Thread(vote, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert slots[0] == 2;
  }
}
