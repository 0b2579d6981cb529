// verdict: all-pass
// why: right in every order; bench/run reduction counts these.

/** 3 philosophers eat once each, and take the lower fork first. */
class Philosophers3 {
  static final int SEATS = 3;
  static final Object[] forks = new Object[SEATS];

  static void eat(int seat) {
    int next = (seat + 1) % SEATS;
    synchronized (forks[Math.min(seat, next)]) {
      synchronized (forks[Math.max(seat, next)]) {
        seats[seat]++;
      }
    }
  }

  static final int[] seats = new int[SEATS];

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = new Thread[SEATS];
    for (int i = 0; i < SEATS; i++) {
      forks[i] = new Object();
    }
    for (int i = 0; i < SEATS; i++) {
      int seat = i;
      threads[i] = new Thread(() -> eat(seat));
      threads[i].start();
    }
    for (int i = 0; i < SEATS; i++) {
      threads[i].join();
      assert seats[i] == 1;
    }
  }
}
