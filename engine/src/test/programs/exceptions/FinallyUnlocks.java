// verdict: all-pass
// why: finally gives the lock back on every way out.

import java.util.concurrent.locks.ReentrantLock;

public class FinallyUnlocks {
  private static final ReentrantLock lock = new ReentrantLock();
  private static int balance = 10;

  private static boolean withdraw(int amount) {
    lock.lock();
    try {
      if (amount > balance) {
        throw new IllegalArgumentException("balance is " + balance);
      }
      balance -= amount;
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    boolean[] paid = new boolean[2];
    Thread ann = new Thread(() -> paid[0] = withdraw(7));
    Thread bob = new Thread(() -> paid[1] = withdraw(6));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert paid[0] != paid[1] && balance == (paid[0] ? 3 : 4);
  }
}
