// verdict: passes
// why: the loop ends with the flag or with the deadline, and says which.

public class WaitForFlagOrDeadline {
  private static volatile boolean ready;

  private static boolean awaitReady(long millis) throws InterruptedException {
    long deadline = System.currentTimeMillis() + millis;
    while (!ready) {
      if (System.currentTimeMillis() >= deadline) {
        return false;
      }
      Thread.sleep(10);
    }
    return true;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread worker = new Thread(() -> ready = true);
    worker.start();
    boolean inTime = awaitReady(50);
    worker.join();
    assert ready;
    System.out.println(inTime ? "in time" : "too late");
  }
}
