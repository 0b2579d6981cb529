// what: two opposite who eat at the same time
// criterion: parallel
import java.util.concurrent.CyclicBarrier;

class TwoAtOnce {
  public static void main(String[] args) {
    var table = new Table();
    var both = new CyclicBarrier(2);
    for (int seat : new int[] {0, 2}) {
      new Thread(() -> table.eat(seat, () -> {
        try {
          both.await();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }), "Philosopher " + seat).start();
    }
  }
}
