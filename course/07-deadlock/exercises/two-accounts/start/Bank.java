class Bank {
  private final int[] balances = {100, 100, 100, 100};
  private final Object[] locks = {new Object(), new Object(), new Object(), new Object()};

  /** Moves money; {@code inside} is run while both accounts are locked. */
  void transfer(int from, int to, int amount, Runnable inside) {
    synchronized (locks[from]) {
      synchronized (locks[to]) {
        balances[from] -= amount;
        inside.run();
        balances[to] += amount;
      }
    }
  }

  int balance(int account) {
    synchronized (locks[account]) {
      return balances[account];
    }
  }
}
