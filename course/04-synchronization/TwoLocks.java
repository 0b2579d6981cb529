// verdict: fails lost-update
// why: Two locks exclude nobody from one variable.
class TwoLocks {
  static final Object lockA = new Object();
  static final Object lockB = new Object();
  static int value;

  static void increment(Object lock) {
    synchronized (lock) {
      value++;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(() -> increment(lockA), "Ann");
    var bob = new Thread(() -> increment(lockB), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert value == 2 : "value is " + value;
  }
}
