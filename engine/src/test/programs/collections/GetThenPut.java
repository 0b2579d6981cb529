// verdict: fails lost-update or failure AssertionError
// why: a count in a map is read and written in two calls.

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class GetThenPut {
  private static final Map<String, Integer> counts = new ConcurrentHashMap<>();

  private static void count(String word) {
    counts.put(word, counts.getOrDefault(word, 0) + 1);
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> count("the"));
    Thread second = new Thread(() -> count("the"));
    first.start();
    second.start();
    first.join();
    second.join();
    assert counts.get("the") == 2;
  }
}
