// verdict: passes
// why: interrupted or not, the sleeper ends and says how.

public class InterruptASleeper {
  private static String ending;

  public static void main(String[] args) throws InterruptedException {
    Thread sleeper =
        new Thread(() -> {
          try {
            Thread.sleep(10_000);
            ending = "slept well";
          } catch (InterruptedException e) {
            assert !Thread.currentThread().isInterrupted();
            ending = "woken";
          }
        });
    sleeper.start();
    sleeper.interrupt();
    sleeper.join();
    assert ending != null;
  }
}
