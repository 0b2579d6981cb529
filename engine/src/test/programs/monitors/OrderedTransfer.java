// verdict: all-pass
// why: every transfer locks the account with the smaller number first.

public class OrderedTransfer {
  private static class Account {
    final int number;
    int balance = 100;

    Account(int number) {
      this.number = number;
    }
  }

  private static void transfer(Account from, Account to, int amount) {
    Account first = from.number < to.number ? from : to;
    Account second = first == from ? to : from;
    synchronized (first) {
      synchronized (second) {
        from.balance -= amount;
        to.balance += amount;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Account ann = new Account(1);
    Account bob = new Account(2);
    Thread there = new Thread(() -> transfer(ann, bob, 10));
    Thread back = new Thread(() -> transfer(bob, ann, 25));
    there.start();
    back.start();
    there.join();
    back.join();
    assert ann.balance == 115 && bob.balance == 85;
  }
}
