// verdict: all-pass
// why: the field is volatile and checked again inside the monitor.

public class DoubleCheckedLocking {
  private static volatile DoubleCheckedLocking instance;
  private static int created;

  private DoubleCheckedLocking() {
    created++;
  }

  static DoubleCheckedLocking instance() {
    DoubleCheckedLocking result = instance;
    if (result == null) {
      synchronized (DoubleCheckedLocking.class) {
        result = instance;
        if (result == null) {
          result = new DoubleCheckedLocking();
          instance = result;
        }
      }
    }
    return result;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(DoubleCheckedLocking::instance);
    Thread second = new Thread(DoubleCheckedLocking::instance);
    first.start();
    second.start();
    first.join();
    second.join();
    assert created == 1;
  }
}
