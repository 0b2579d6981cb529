// verdict: fails failure AssertionError
// why: A weak compare-and-set may fail for no reason, and this one is not tried again.
// liberties: weak cas failures
import java.util.concurrent.atomic.AtomicInteger;

class WeakCasOnce {
  public static void main(String[] args) throws Exception {
    var count = new AtomicInteger();
    var thread = new Thread(() -> count.weakCompareAndSetPlain(0, 1));
    thread.start();
    thread.join();
    assert count.get() == 1 : "count is " + count;
  }
}
