// verdict: fails deadlock
// why: two threads take two locks in opposite order.

import java.util.concurrent.locks.ReentrantLock;

public class P4 {
  private static void both(ReentrantLock first, ReentrantLock second) {
    first.lock();
    try {
      second.lock();
      try {
        Thread.onSpinWait();
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ReentrantLock red = new ReentrantLock();
    ReentrantLock blue = new ReentrantLock();
    Thread ann = new Thread(() -> both(red, blue), "Ann");
    Thread bob = new Thread(() -> both(blue, red), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
  }
}
