// verdict: all-pass
// interleavings: 6
// why: getAndAdd through a VarHandle is one step, two in each of two threads.

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

public class CountingHandle {
  private static long total;
  private static final VarHandle TOTAL;

  static {
    try {
      TOTAL = MethodHandles.lookup().findStaticVarHandle(CountingHandle.class, "total", long.class);
    } catch (NoSuchFieldException | IllegalAccessException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static void addTwice(long amount) {
    TOTAL.getAndAdd(amount);
    TOTAL.getAndAddAcquire(amount);
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ones = new Thread(() -> addTwice(1L));
    Thread tens = new Thread(() -> addTwice(10L));
    ones.start();
    tens.start();
    ones.join();
    tens.join();
    assert total == 22;
  }
}
