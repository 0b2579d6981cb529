// verdict: fails failure AssertionError
// cause: none
// only-sleep: true
// why: main can be delayed until the sleeper's ten seconds are over.

public class InterruptInTime {
  private static boolean interrupted;

  public static void main(String[] args) throws InterruptedException {
    Thread sleeper =
        new Thread(() -> {
          try {
            Thread.sleep(10_000);
          } catch (InterruptedException e) {
            interrupted = true;
          }
        });
    sleeper.start();
    sleeper.interrupt();
    sleeper.join();
    assert interrupted;
  }
}
