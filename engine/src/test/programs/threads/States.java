// verdict: passes
// why: main waits until it has seen each state.

import static java.lang.Thread.State.BLOCKED;
import static java.lang.Thread.State.NEW;
import static java.lang.Thread.State.TERMINATED;
import static java.lang.Thread.State.WAITING;

public class States {
  private static void awaitState(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Object lock = new Object();
    Thread thread =
        new Thread(() -> {
          synchronized (lock) {
            try {
              lock.wait();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        });
    assert thread.getState() == NEW;
    synchronized (lock) {
      thread.start();
      awaitState(thread, BLOCKED);
    }
    awaitState(thread, WAITING);
    synchronized (lock) {
      lock.notify();
    }
    thread.join();
    assert thread.getState() == TERMINATED && !thread.isAlive();
  }
}
