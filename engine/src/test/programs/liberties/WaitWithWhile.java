// verdict: all-pass
// why: The loop asks again after each wake-up, so one that comes by itself does no harm.
// liberties: spurious wake-ups
class WaitWithWhile {
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
      while (!full) {
        lock.wait();
      }
      assert full : "went on before the box was full";
    }
  }
}
