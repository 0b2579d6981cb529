// verdict: all-pass
// why: try-with-resources gives the lock back even when the body throws.

import java.util.concurrent.locks.ReentrantLock;

public class ClosedLock {
  private static class Guard implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();

    Guard enter() {
      lock.lock();
      return this;
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  private static final Guard guard = new Guard();
  private static int visits;

  private static void visit() {
    try (Guard held = guard.enter()) {
      visits++;
      throw new UnsupportedOperationException("under construction");
    } catch (UnsupportedOperationException e) {
      assert !guard.lock.isHeldByCurrentThread();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(ClosedLock::visit);
    Thread bob = new Thread(ClosedLock::visit);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert visits == 2;
  }
}
