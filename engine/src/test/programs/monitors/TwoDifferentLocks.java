// verdict: fails lost-update TwoDifferentLocks.value
// why: one method locks the object, the other the class.

public class TwoDifferentLocks {
  private static int value;

  private synchronized void byInstance() {
    value++;
  }

  private static synchronized void byClass() {
    value++;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread instance = new Thread(new TwoDifferentLocks()::byInstance);
    Thread type = new Thread(TwoDifferentLocks::byClass);
    instance.start();
    type.start();
    instance.join();
    type.join();
    assert value == 2;
  }
}
