// fails: right
// why: Each side is guarded by a lock of its own making.
class Bank {
  private final int[] balances = {100, 100, 100, 100};
  private final Object[] locks = {new Object(), new Object(), new Object(), new Object()};

  /** Moves money; {@code inside} is run while both accounts are locked. */
  void transfer(int from, int to, int amount, Runnable inside) {
    synchronized (new Object()) {
      balances[from] -= amount;
      inside.run();
      balances[to] += amount;
    }
  }

  int balance(int account) {
    synchronized (locks[account]) {
      return balances[account];
    }
  }
}
