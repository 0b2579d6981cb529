// verdict: fails failure java.util.ConcurrentModificationException
// why: the list locks each call, but not the loop over it.

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class SynchronizedListIterated {
  public static void main(String[] args) throws InterruptedException {
    List<String> names = Collections.synchronizedList(new ArrayList<>(List.of("Ann", "Bob")));
    List<String> greeted = Collections.synchronizedList(new ArrayList<>());
    Thread newcomer = new Thread(() -> names.add("Cid"), "newcomer");
    newcomer.start();
    for (String name : names) {
      greeted.add(name);
    }
    newcomer.join();
  }
}
