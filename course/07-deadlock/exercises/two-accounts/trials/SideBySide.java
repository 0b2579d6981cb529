// what: two transfers between other accounts
// criterion: parallel
import java.util.concurrent.CyclicBarrier;

class SideBySide {
  public static void main(String[] args) {
    var bank = new Bank();
    var both = new CyclicBarrier(2);
    for (int from : new int[] {0, 2}) {
      new Thread(() -> bank.transfer(from, from + 1, 10, () -> {
        try {
          both.await();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }), "Clerk " + from).start();
    }
  }
}
