// fails: no-sleep
// why: A pause makes the deadlock rarer, or likelier.
class Table {
  private final Object[] forks = {new Object(), new Object(), new Object(), new Object()};

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Eats at seat 0 to 3, with the forks at both sides. */
  void eat(int seat, Runnable meal) {
    int left = seat;
    int right = (seat + 1) % forks.length;
    synchronized (forks[left]) {
      pause();
      synchronized (forks[right]) {
        meal.run();
      }
    }
  }
}
