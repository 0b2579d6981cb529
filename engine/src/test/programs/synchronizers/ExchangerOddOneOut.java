// verdict: fails deadlock
// why: three threads exchange in pairs, so one is left without a partner.

import java.util.concurrent.Exchanger;

public class ExchangerOddOneOut {
  public static void main(String[] args) {
    Exchanger<String> exchanger = new Exchanger<>();
    for (String name : new String[] {"Ann", "Bob", "Cid"}) {
      Runnable swap =
          () -> {
            try {
              System.out.println(name + " got " + exchanger.exchange(name));
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          };
      new Thread(swap, name).start();
    }
  }
}
