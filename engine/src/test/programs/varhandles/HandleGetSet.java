// verdict: fails lost-update or failure AssertionError
// why: getVolatile and setVolatile are two steps.

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

public class HandleGetSet {
  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(HandleGetSet.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int count;

  private void increment() {
    COUNT.setVolatile(this, (int) COUNT.getVolatile(this) + 1);
  }

  public static void main(String[] args) throws InterruptedException {
    HandleGetSet counter = new HandleGetSet();
    Thread first = new Thread(counter::increment);
    Thread second = new Thread(counter::increment);
    first.start();
    second.start();
    first.join();
    second.join();
    assert counter.count == 2;
  }
}
