// verdict: fails lost-update LooksThenEnters.visits
// why: both can see the lock free before either of them takes it.

public class LooksThenEnters {
  private static volatile boolean locked;
  private static int visits;

  private static void visit() {
    while (locked) {
      Thread.onSpinWait();
    }
    locked = true;
    visits++;
    locked = false;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(LooksThenEnters::visit, "Ann");
    Thread bob = new Thread(LooksThenEnters::visit, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert visits == 2;
  }
}
