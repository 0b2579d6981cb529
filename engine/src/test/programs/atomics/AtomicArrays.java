// verdict: all-pass
// interleavings: 6
// why: two atomic steps on array elements in each of two threads.

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

public class AtomicArrays {
  public static void main(String[] args) throws InterruptedException {
    AtomicIntegerArray votes = new AtomicIntegerArray(2);
    AtomicReferenceArray<String> last = new AtomicReferenceArray<>(2);
    Thread ann =
        new Thread(() -> {
          votes.incrementAndGet(0);
          last.set(1, "Ann");
        });
    Thread bob =
        new Thread(() -> {
          votes.accumulateAndGet(0, 5, Integer::sum);
          last.set(1, "Bob");
        });
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert votes.get(0) == 6 && last.get(1).length() == 3;
  }
}
