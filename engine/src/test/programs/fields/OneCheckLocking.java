// verdict: fails failure AssertionError
// cause: check-then-act
// why: the null check is outside the monitor and is not repeated inside.

public class OneCheckLocking {
  private static volatile OneCheckLocking instance;
  private static int created;

  private OneCheckLocking() {
    created++;
  }

  static OneCheckLocking instance() {
    if (instance == null) {
      synchronized (OneCheckLocking.class) {
        instance = new OneCheckLocking();
      }
    }
    return instance;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(OneCheckLocking::instance);
    Thread second = new Thread(OneCheckLocking::instance);
    first.start();
    second.start();
    first.join();
    second.join();
    assert created == 1 : created + " instances";
  }
}
