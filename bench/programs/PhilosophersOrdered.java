// verdict: passes
// why: three philosophers on monitors, and the lower fork comes first, so that none can wait in a ring.

public class PhilosophersOrdered {
  private static final Object[] forks = {new Object(), new Object(), new Object()};

  private static void dine(int seat) {
    int next = (seat + 1) % forks.length;
    synchronized (forks[Math.min(seat, next)]) {
      synchronized (forks[Math.max(seat, next)]) {
        Thread.onSpinWait();
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] philosophers = new Thread[forks.length];
    for (int i = 0; i < philosophers.length; i++) {
      int seat = i;
      philosophers[i] = new Thread(() -> dine(seat), "philosopher-" + (seat + 1));
      philosophers[i].start();
    }
    for (Thread philosopher : philosophers) {
      philosopher.join();
    }
  }
}
