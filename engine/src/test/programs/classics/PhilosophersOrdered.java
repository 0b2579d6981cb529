// verdict: passes
// why: the last philosopher takes the forks in the other order, so there is no cycle.

public class PhilosophersOrdered {
  private static final int SEATS = 3;
  private static final Object[] forks = {new Object(), new Object(), new Object()};
  private static final int[] meals = new int[SEATS];

  private static void dine(int seat) {
    int left = seat;
    int right = (seat + 1) % SEATS;
    synchronized (forks[Math.min(left, right)]) {
      synchronized (forks[Math.max(left, right)]) {
        meals[seat]++;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] philosophers = new Thread[SEATS];
    for (int i = 0; i < SEATS; i++) {
      int seat = i;
      philosophers[i] = new Thread(() -> dine(seat), "philosopher-" + i);
      philosophers[i].start();
    }
    for (int i = 0; i < SEATS; i++) {
      philosophers[i].join();
      assert meals[i] == 1;
    }
  }
}
