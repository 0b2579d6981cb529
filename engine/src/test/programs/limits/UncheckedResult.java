// verdict: all-pass
// why: an update can be lost, but nothing in the program notices, and no access races.

public class UncheckedResult {
  private static volatile int hits;

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> hits++);
    Thread second = new Thread(() -> hits++);
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("about " + hits + " hits");
  }
}
