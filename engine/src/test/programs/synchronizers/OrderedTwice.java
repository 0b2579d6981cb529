// verdict: fails deadlock
// cause: none
// why: the second permit was to come from the kitchen, which sends one only; the guest holds no lock.

import java.util.concurrent.Semaphore;

public class OrderedTwice {
  private static final Semaphore served = new Semaphore(0);

  public static void main(String[] args) throws InterruptedException {
    Thread kitchen = new Thread(served::release, "kitchen");
    kitchen.start();
    served.acquire();
    served.acquire();
    System.out.println("two dishes");
  }
}
