// verdict: all-pass
// interleavings: 6
// why: merge is one atomic call, and there are two in each of two threads.

import java.util.concurrent.ConcurrentHashMap;

public class MergeCounts {
  private static final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

  private static void count(String... words) {
    for (String word : words) {
      counts.merge(word, 1, Integer::sum);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> count("to", "be"));
    Thread second = new Thread(() -> count("to", "do"));
    first.start();
    second.start();
    first.join();
    second.join();
    assert counts.get("to") == 2 && counts.get("be") == 1 && counts.get("do") == 1;
  }
}
