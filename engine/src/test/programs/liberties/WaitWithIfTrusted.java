// verdict: all-pass
// why: Without spurious wake-ups asked for, nothing but the notification wakes the thread.
class WaitWithIfTrusted {
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
