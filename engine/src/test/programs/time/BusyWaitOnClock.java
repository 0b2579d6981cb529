// verdict: passes
// why: a loop that looks at the clock ends when its time has come.

public class BusyWaitOnClock {
  public static void main(String[] args) {
    long deadline = System.nanoTime() + 5_000_000;
    while (System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    long end = System.currentTimeMillis() + 5;
    while (System.currentTimeMillis() < end) {
      Thread.yield();
    }
  }
}
