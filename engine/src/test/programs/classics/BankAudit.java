// verdict: fails failure AssertionError
// cause: none
// why: the audit adds the balances while a transfer is half done.

public class BankAudit {
  private static class Account {
    private int balance;

    Account(int balance) {
      this.balance = balance;
    }

    synchronized void add(int amount) {
      balance += amount;
    }

    synchronized int balance() {
      return balance;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Account savings = new Account(70);
    Account current = new Account(30);
    Thread transfer =
        new Thread(
            () -> {
              savings.add(-20);
              current.add(20);
            },
            "transfer");
    transfer.start();
    int total = savings.balance() + current.balance();
    transfer.join();
    assert total == 100 : "audit found " + total;
  }
}
