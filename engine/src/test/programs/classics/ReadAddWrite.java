// verdict: fails lost-update Wallet.cents or failure AssertionError
// why: reading and writing are synchronized each, the addition between them is not.

class Wallet {
  private int cents;

  synchronized int cents() {
    return cents;
  }

  synchronized void setCents(int cents) {
    this.cents = cents;
  }
}

public class ReadAddWrite {
  public static void main(String[] args) throws InterruptedException {
    Wallet wallet = new Wallet();
    Runnable pay = () -> wallet.setCents(wallet.cents() + 50);
    Thread ann = new Thread(pay, "Ann");
    Thread bob = new Thread(pay, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert wallet.cents() == 100 : wallet.cents();
  }
}
