// verdict: fails
// why: Between the check and the act the other one may take the money.
class Purse {
  static int purse = 10;

  static void buy(int price) {
    if (purse >= price) {
      purse = purse - price;
      assert purse >= 0 : "the purse holds " + purse;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(() -> buy(8), "Ann");
    var bob = new Thread(() -> buy(7), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
  }
}
