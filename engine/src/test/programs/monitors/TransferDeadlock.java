// verdict: fails deadlock
// cause: lock-order-inversion
// why: transfers in opposite directions lock the two accounts in opposite order.

public class TransferDeadlock {
  private static class Account {
    private int balance = 100;

    synchronized void transferTo(Account target, int amount) {
      balance -= amount;
      target.deposit(amount);
    }

    synchronized void deposit(int amount) {
      balance += amount;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Account ann = new Account();
    Account bob = new Account();
    Thread there = new Thread(() -> ann.transferTo(bob, 10), "there");
    Thread back = new Thread(() -> bob.transferTo(ann, 20), "back");
    there.start();
    back.start();
    there.join();
    back.join();
    assert ann.balance + bob.balance == 200;
  }
}
