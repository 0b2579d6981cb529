// verdict: fails lost-update Stock.pieces
// main: shop.stock.Packaged
// why: two sales of a class in a package, without a lock.

package shop.stock;

class Stock {
  int pieces = 10;

  void sell(int number) {
    pieces -= number;
  }
}

class Packaged {
  public static void main(String... args) throws InterruptedException {
    Stock stock = new Stock();
    Thread ann = new Thread(() -> stock.sell(2), "Ann");
    Thread bob = new Thread(() -> stock.sell(3), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert stock.pieces == 5 : stock.pieces + " left";
  }
}
