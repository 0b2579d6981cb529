// verdict: fails failure AssertionError
// why: both customers can find the seat free before either of them takes it.

import java.util.concurrent.atomic.AtomicInteger;

public class SameSeat {
  private static final boolean[] taken = new boolean[10];
  private static final AtomicInteger sold = new AtomicInteger();

  private static void book(int seat) {
    if (!taken[seat]) {
      taken[seat] = true;
      sold.incrementAndGet();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(() -> book(7), "Ann");
    Thread bob = new Thread(() -> book(7), "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert sold.get() == 1 : "seat sold " + sold.get() + " times";
  }
}
