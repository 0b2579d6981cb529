// verdict: fails lost-update OneOfTwoAccounts.savings.balance
// why: the update of one account is lost, and not that of the other account of the same class.

public class OneOfTwoAccounts {
  static class Account {
    int balance;

    void pay(int amount) {
      balance += amount;
    }
  }

  private static Account checking = new Account();
  private static Account savings = new Account();

  public static void main(String[] args) throws InterruptedException {
    Thread ann =
        new Thread(
            () -> {
              checking.pay(5);
              savings.pay(1);
            },
            "Ann");
    Thread bob = new Thread(() -> savings.pay(2), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert checking.balance == 5;
    assert savings.balance == 3 : "only " + savings.balance;
  }
}
