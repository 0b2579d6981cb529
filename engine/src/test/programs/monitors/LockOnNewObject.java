// verdict: fails lost-update LockOnNewObject.value
// why: a monitor that each thread makes for itself excludes nobody.

public class LockOnNewObject {
  private int value;

  private void increment() {
    Object lock = new Object();
    synchronized (lock) {
      value++;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    LockOnNewObject counter = new LockOnNewObject();
    Thread first = new Thread(counter::increment);
    Thread second = new Thread(counter::increment);
    first.start();
    second.start();
    first.join();
    second.join();
    assert counter.value == 2;
  }
}
