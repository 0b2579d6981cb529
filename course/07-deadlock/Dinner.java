// verdict: fails deadlock
// why: All three may hold their left fork.
class Dinner {
  static final Object fork1 = new Object();
  static final Object fork2 = new Object();
  static final Object fork3 = new Object();

  static void eat(Object left, Object right) {
    synchronized (left) {
      synchronized (right) {
        Thread.onSpinWait(); // eats
      }
    }
  }

  public static void main(String[] args) {
    new Thread(() -> eat(fork1, fork2), "Ann").start();
    new Thread(() -> eat(fork2, fork3), "Bob").start();
    new Thread(() -> eat(fork3, fork1), "Cid").start();
  }
}
