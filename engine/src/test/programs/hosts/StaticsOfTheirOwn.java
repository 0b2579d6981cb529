// verdict: all-pass
// hosts: red=StaticsOfTheirOwn, blue=StaticsOfTheirOwn:2 again
// why: Each host has static fields of its own, so nobody else changes the count and nothing races.
import java.util.List;

class StaticsOfTheirOwn {
  static int count;
  static final List<String> SEEN = new java.util.ArrayList<>();

  public static void main(String[] args) throws InterruptedException {
    Thread worker = new Thread(() -> count++);
    worker.start();
    worker.join();
    SEEN.addAll(List.of(args));
    assert count == 1 : "count is " + count;
    assert SEEN.size() == args.length;
  }
}
