// verdict: fails failure AssertionError
// cause: if-instead-of-while
// why: The wait is not in a loop, so a spurious wake-up lets the thread go on before the box is full.
// liberties: spurious wake-ups
class WaitWithIf {
  static final Object lock = new Object();
  static boolean full;

  public static void main(String[] args) throws Exception {
    var filler =
        new Thread(
            () -> {
              synchronized (lock) {
                full = true;
                lock.notify();
              }
            });
    filler.start();
    synchronized (lock) {
      if (!full) {
        lock.wait();
      }
      assert full : "went on before the box was full";
    }
  }
}
