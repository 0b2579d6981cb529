// verdict: fails failure AssertionError
// cause: check-then-act
// why: the permits are looked at outside the monitor in which they are taken.

public class HandMadeSemaphoreUnguarded {
  private volatile int permits = 1;

  private void acquire() throws InterruptedException {
    while (permits == 0) {
      synchronized (this) {
        if (permits == 0) {
          wait();
        }
      }
    }
    synchronized (this) {
      permits--;
      assert permits >= 0 : "permit given twice";
    }
  }

  private synchronized void release() {
    permits++;
    notifyAll();
  }

  private void visit() {
    try {
      acquire();
      release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) {
    HandMadeSemaphoreUnguarded room = new HandMadeSemaphoreUnguarded();
    new Thread(room::visit, "Ann").start();
    new Thread(room::visit, "Bob").start();
  }
}
