// verdict: passes
// why: the two threads meet and swap what they bring.

import java.util.concurrent.Exchanger;

public class ExchangerSwap {
  public static void main(String[] args) throws InterruptedException {
    Exchanger<String> exchanger = new Exchanger<>();
    Thread bob =
        new Thread(() -> {
          try {
            String got = exchanger.exchange("apple");
            assert got.equals("pear");
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    bob.start();
    assert exchanger.exchange("pear").equals("apple");
    bob.join();
  }
}
