// verdict: fails deadlock
// why: two threads each take one permit and want the other's.

import java.util.concurrent.Semaphore;

public class SemaphoresCrossed {
  private static void both(Semaphore first, Semaphore second) {
    first.acquireUninterruptibly();
    second.acquireUninterruptibly();
    second.release();
    first.release();
  }

  public static void main(String[] args) {
    Semaphore printer = new Semaphore(1);
    Semaphore scanner = new Semaphore(1);
    new Thread(() -> both(printer, scanner), "copy").start();
    new Thread(() -> both(scanner, printer), "fax").start();
  }
}
