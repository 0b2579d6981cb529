// verdict: passes
// why: the stamp grows with every change, so a value that came back is noticed.

import java.util.concurrent.atomic.AtomicStampedReference;

public class StampedReference {
  private static final AtomicStampedReference<String> state =
      new AtomicStampedReference<>("free", 0);

  private static boolean move(String from, String to, int stamp) {
    return state.compareAndSet(from, to, stamp, stamp + 1);
  }

  public static void main(String[] args) throws InterruptedException {
    int[] stamp = new int[1];
    String seen = state.get(stamp);
    Thread other =
        new Thread(() -> {
          move("free", "busy", 0);
          move("busy", "free", 1);
        });
    other.start();
    boolean moved = move(seen, "mine", stamp[0]);
    other.join();
    int last = state.getStamp();
    assert moved ? last == 1 : last == 2 && state.getReference().equals("free");
  }
}
