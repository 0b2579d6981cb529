// verdict: all-pass
// interleavings: 1
// why: a ThreadLocal gives each thread a value of its own.

public class OwnCounter {
  private static final ThreadLocal<Integer> count = ThreadLocal.withInitial(() -> 0);

  private static void countTo(int limit) {
    for (int i = 0; i < limit; i++) {
      count.set(count.get() + 1);
    }
    assert count.get() == limit;
    count.remove();
    assert count.get() == 0;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread three = new Thread(() -> countTo(3));
    Thread five = new Thread(() -> countTo(5));
    three.start();
    five.start();
    three.join();
    five.join();
    assert count.get() == 0;
  }
}
