// verdict: fails failure overdraft.OverdraftException
// main: overdraft.OwnException
// why: two withdrawals can pass the check, and the account notices too late.

package overdraft;

class OverdraftException extends RuntimeException {
  OverdraftException(int balance) {
    super("balance is " + balance);
  }
}

class OwnException {
  private volatile int balance = 100;

  private void withdraw(int amount) {
    if (balance >= amount) {
      pay(amount);
    }
  }

  private synchronized void pay(int amount) {
    balance -= amount;
    if (balance < 0) {
      throw new OverdraftException(balance);
    }
  }

  public static void main(String[] args) {
    OwnException account = new OwnException();
    new Thread(() -> account.withdraw(80), "card").start();
    new Thread(() -> account.withdraw(60), "cash").start();
  }
}
