// verdict: all-pass
// why: get and put happen inside the monitor of the table.

import java.util.Hashtable;

public class HashtableLocked {
  private static final Hashtable<String, Integer> stock = new Hashtable<>();

  private static void receive(int pieces) {
    synchronized (stock) {
      stock.put("pens", stock.get("pens") + pieces);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    stock.put("pens", 10);
    Thread morning = new Thread(() -> receive(5));
    Thread evening = new Thread(() -> receive(7));
    morning.start();
    evening.start();
    morning.join();
    evening.join();
    assert stock.get("pens") == 22;
  }
}
