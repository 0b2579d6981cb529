// verdict: fails failure AssertionError
// cause: none
// only-sleep: true
// why: main can be delayed for longer than a second between its two looks at the clock.

public class DeadlineMissed {
  public static void main(String[] args) throws InterruptedException {
    Thread other =
        new Thread(() -> {
          try {
            Thread.sleep(5000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    other.start();
    long start = System.nanoTime();
    Thread.sleep(10);
    long tookMillis = (System.nanoTime() - start) / 1_000_000;
    assert tookMillis < 1000 : tookMillis + " ms";
    other.join();
  }
}
