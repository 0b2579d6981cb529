class Table {
  private final Object[] forks = {new Object(), new Object(), new Object(), new Object()};

  /** Eats at seat 0 to 3, with the forks at both sides. */
  void eat(int seat, Runnable meal) {
    int left = seat;
    int right = (seat + 1) % forks.length;
    synchronized (forks[left]) {
      synchronized (forks[right]) {
        meal.run();
      }
    }
  }
}
