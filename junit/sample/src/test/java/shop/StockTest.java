package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import heddle.junit.Explore;
import org.junit.jupiter.api.BeforeEach;

class StockTest {
  private Stock stock;

  @BeforeEach
  void one_piece_is_left() {
    stock = new Stock(1);
  }

  @Explore(prove = true)
  void the_last_piece_is_sold_once() throws InterruptedException {
    var ann = new Thread(stock::take, "Ann");
    var bob = new Thread(stock::take, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assertEquals(0, stock.look());
  }
}
