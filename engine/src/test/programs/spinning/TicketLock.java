// verdict: passes
// why: each thread draws a number and waits until it is served.

import java.util.concurrent.atomic.AtomicInteger;

public class TicketLock {
  private static final AtomicInteger next = new AtomicInteger();
  private static volatile int serving;
  private static int served;

  private static void visit() {
    int mine = next.getAndIncrement();
    while (serving != mine) {
      Thread.yield();
    }
    served++;
    serving = mine + 1;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread[] guests = new Thread[3];
    for (int i = 0; i < guests.length; i++) {
      guests[i] = new Thread(TicketLock::visit);
      guests[i].start();
    }
    for (Thread guest : guests) {
      guest.join();
    }
    assert served == 3;
  }
}
