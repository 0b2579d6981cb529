// verdict: fails failure AssertionError
// only-sleep: true
// why: join(100) gives up after 100 ms, and nothing promises that the worker is done by then.

public class TimedJoinTrusted {
  private static int result;

  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(() -> {
          try {
            Thread.sleep(50);
          } catch (InterruptedException e) {
            return;
          }
          result = 1;
        });
    worker.start();
    worker.join(100);
    assert result == 1 : "worker is late";
  }
}
