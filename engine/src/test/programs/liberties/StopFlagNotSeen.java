// verdict: fails livelock
// why: Nothing orders the write of the plain flag before its reads, so the worker need never see it.
// liberties: stale reads
class StopFlagNotSeen {
  static boolean stop;

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
