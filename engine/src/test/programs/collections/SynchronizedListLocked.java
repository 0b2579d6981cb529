// verdict: passes
// why: the loop holds the monitor that the list's own methods use.

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class SynchronizedListLocked {
  public static void main(String[] args) throws InterruptedException {
    List<Integer> prices = Collections.synchronizedList(new ArrayList<>(List.of(1, 2, 3)));
    Thread clerk =
        new Thread(() -> {
          prices.add(4);
          prices.add(5);
        });
    clerk.start();
    int sum = 0;
    synchronized (prices) {
      for (int price : prices) {
        sum += price;
      }
    }
    clerk.join();
    assert sum == 6 || sum == 10 || sum == 15 : sum;
  }
}
