// verdict: fails lost-update SleepHidesALostUpdate.count
// only-sleep: true
// why: the sleeps keep the two increments apart, nothing else does.

public class SleepHidesALostUpdate {
  private static int count;

  private static void incrementAfter(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      return;
    }
    count++;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread early = new Thread(() -> incrementAfter(100), "early");
    Thread late = new Thread(() -> incrementAfter(200), "late");
    early.start();
    late.start();
    early.join();
    late.join();
    assert count == 2;
  }
}
