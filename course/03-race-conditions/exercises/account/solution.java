class Account {
  private int balance;

  Account(int balance) {
    this.balance = balance;
  }

  /** Takes out {@code amount} if there is enough; returns whether it did. */
  synchronized boolean withdraw(int amount) {
    if (balance < amount) {
      return false;
    }
    balance = balance - amount;
    return true;
  }

  synchronized int balance() {
    return balance;
  }
}
