// verdict: fails deadlock
// why: The interrupted sleep leaves the method without unlock, and the other thread waits for ever.
// cause: forgotten-unlock
// liberties: interrupts
import java.util.concurrent.locks.ReentrantLock;

class InterruptLeavesLockHeld {
  static final ReentrantLock lock = new ReentrantLock();

  static void slowly() {
    try {
      lock.lock();
      Thread.sleep(10);
      lock.unlock();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) {
    new Thread(InterruptLeavesLockHeld::slowly, "Ann").start();
    new Thread(InterruptLeavesLockHeld::slowly, "Bob").start();
  }
}
