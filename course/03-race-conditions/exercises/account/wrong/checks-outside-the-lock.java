// fails: right
// why: The look is taken before the lock.
class Account {
  private int balance;

  Account(int balance) {
    this.balance = balance;
  }

  /** Takes out {@code amount} if there is enough; returns whether it did. */
  boolean withdraw(int amount) {
    if (balance < amount) {
      return false;
    }
    synchronized (this) {
      balance = balance - amount;
    }
    return true;
  }

  int balance() {
    return balance;
  }
}
