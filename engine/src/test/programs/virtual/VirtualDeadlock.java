// verdict: fails deadlock
// why: main waits for two virtual threads that wait for each other's lock.

import java.util.concurrent.locks.ReentrantLock;

public class VirtualDeadlock {
  private static void lockBoth(ReentrantLock first, ReentrantLock second) {
    first.lock();
    try {
      second.lock();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ReentrantLock red = new ReentrantLock();
    ReentrantLock blue = new ReentrantLock();
    Thread ann = Thread.ofVirtual().name("Ann").start(() -> lockBoth(red, blue));
    Thread bob = Thread.ofVirtual().name("Bob").start(() -> lockBoth(blue, red));
    ann.join();
    bob.join();
  }
}
