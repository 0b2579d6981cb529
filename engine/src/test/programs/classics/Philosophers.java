// verdict: fails deadlock
// cause: lock-order-inversion
// why: every philosopher can hold the left fork and wait for the right one.

public class Philosophers {
  private static final int SEATS = 3;

  public static void main(String[] args) {
    Object[] forks = new Object[SEATS];
    for (int i = 0; i < SEATS; i++) {
      forks[i] = new Object();
    }
    for (int i = 0; i < SEATS; i++) {
      Object left = forks[i];
      Object right = forks[(i + 1) % SEATS];
      Runnable dine =
          () -> {
            synchronized (left) {
              synchronized (right) {
                Thread.yield();
              }
            }
          };
      new Thread(dine, "philosopher-" + i).start();
    }
  }
}
