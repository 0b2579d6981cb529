// verdict: all-pass
// why: an interrupt ends the wait, whether it comes before or during it.

public class InterruptedWait {
  private static final Object lock = new Object();
  private static boolean interrupted;

  public static void main(String[] args) throws InterruptedException {
    Thread waiter =
        new Thread(() -> {
          synchronized (lock) {
            try {
              lock.wait();
            } catch (InterruptedException e) {
              interrupted = true;
            }
          }
        });
    waiter.start();
    waiter.interrupt();
    waiter.join();
    assert interrupted;
  }
}
