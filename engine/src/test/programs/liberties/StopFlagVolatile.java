// verdict: all-pass
// why: A read of a volatile field finds the newest value, whatever plain fields may do.
// liberties: stale reads
class StopFlagVolatile {
  static volatile boolean stop;

  public static void main(String[] args) throws Exception {
    var worker =
        new Thread(
            () -> {
              while (!stop) {
                Thread.onSpinWait();
              }
            },
            "worker");
    worker.start();
    stop = true;
    worker.join();
  }
}
