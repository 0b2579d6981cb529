// verdict: fails deadlock
// why: three philosophers take the left fork first.

public class P2 {
  public static void main(String[] args) throws InterruptedException {
    Object[] forks = {new Object(), new Object(), new Object()};
    Thread[] philosophers = new Thread[forks.length];
    for (int i = 0; i < forks.length; i++) {
      Object left = forks[i];
      Object right = forks[(i + 1) % forks.length];
      philosophers[i] = new Thread(() -> dine(left, right), "philosopher-" + (i + 1));
      philosophers[i].start();
    }
    for (Thread philosopher : philosophers) {
      philosopher.join();
    }
  }

  private static void dine(Object left, Object right) {
    synchronized (left) {
      synchronized (right) {
        Thread.onSpinWait();
      }
    }
  }
}
