// verdict: all-pass
// interleavings: 2
// why: the child starts the grandchild between its two steps, so only its second step has a rival.

import java.util.concurrent.atomic.AtomicInteger;

public class GrandChild {
  private static final AtomicInteger steps = new AtomicInteger();

  private static void child() {
    steps.incrementAndGet();
    Thread grandChild = new Thread(steps::incrementAndGet, "grandchild");
    grandChild.start();
    steps.incrementAndGet();
    try {
      grandChild.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread child = new Thread(GrandChild::child, "child");
    child.start();
    child.join();
    assert steps.get() == 3;
  }
}
