// verdict: fails deadlock
// cause: forgotten-unlock
// why: a way out of the method skips release.

import java.util.concurrent.Semaphore;

public class PermitNotReleased {
  private static final Semaphore desk = new Semaphore(1);

  private static void visit(int pages) {
    desk.acquireUninterruptibly();
    if (pages == 0) {
      return;
    }
    System.out.println(pages + " pages signed");
    desk.release();
  }

  public static void main(String[] args) {
    new Thread(() -> visit(0), "Ann").start();
    new Thread(() -> visit(3), "Bob").start();
    new Thread(() -> visit(0), "Cid").start();
  }
}
