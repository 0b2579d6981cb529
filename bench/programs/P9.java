// verdict: fails deadlock
// why: two transfers in opposite directions lock the accounts in opposite order.

public class P9 {
  private int balance = 100;

  private static void transfer(P9 from, P9 to, int amount) {
    synchronized (from) {
      synchronized (to) {
        from.balance -= amount;
        to.balance += amount;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    P9 mill = new P9();
    P9 bakery = new P9();
    Thread ann = new Thread(() -> transfer(mill, bakery, 10));
    Thread bob = new Thread(() -> transfer(bakery, mill, 20));
    Thread eve = new Thread(() -> transfer(mill, bakery, 30));
    ann.start();
    bob.start();
    eve.start();
    ann.join();
    bob.join();
    eve.join();
    assert mill.balance + bakery.balance == 200;
  }
}
