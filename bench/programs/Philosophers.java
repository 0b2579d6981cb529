// verdict: fails deadlock
// why: three philosophers on monitors, each with the left fork first.

public class Philosophers {
  private static final Object[] forks = {new Object(), new Object(), new Object()};

  private static void dine(int seat) {
    synchronized (forks[seat]) {
      synchronized (forks[(seat + 1) % forks.length]) {
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
