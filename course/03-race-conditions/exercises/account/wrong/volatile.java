// fails: right
// why: Being seen at once does not keep the pair together.
class Account {
  private volatile int balance;

  Account(int balance) {
    this.balance = balance;
  }

  /** Takes out {@code amount} if there is enough; returns whether it did. */
  boolean withdraw(int amount) {
    if (balance < amount) {
      return false;
    }
    balance = balance - amount;
    return true;
  }

  int balance() {
    return balance;
  }
}
