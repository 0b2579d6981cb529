// verdict: passes
// why: A weak compare-and-set that fails is tried again, so each of the two adds one.
// liberties: weak cas failures
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

class WeakCasInLoop {
  static final VarHandle COUNT;
  long count;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(WeakCasInLoop.class, "count", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  void add() {
    long before;
    do {
      before = (long) COUNT.getVolatile(this);
    } while (!COUNT.weakCompareAndSet(this, before, before + 1));
  }

  public static void main(String[] args) throws Exception {
    var counter = new WeakCasInLoop();
    var other = new Thread(counter::add);
    other.start();
    counter.add();
    other.join();
    assert (long) COUNT.getVolatile(counter) == 2;
  }
}
