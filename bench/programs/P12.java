// verdict: fails deadlock
// why: a barrier that is used twice counts to the next round before all have left the last one.

public class P12 {
  private static final int PARTIES = 2;
  private int arrived;

  private synchronized void await() throws InterruptedException {
    arrived++;
    if (arrived == PARTIES) {
      notifyAll();
    }
    while (arrived < PARTIES) {
      wait();
    }
    arrived = arrived == PARTIES ? 0 : arrived;
  }

  private void work() {
    try {
      await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    P12 barrier = new P12();
    Thread ann = new Thread(barrier::work);
    Thread bob = new Thread(barrier::work);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
  }
}
