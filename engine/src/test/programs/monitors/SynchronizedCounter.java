// verdict: all-pass
// interleavings: 20
// why: three monitor entries a thread, so 6! / (3! 3!) orders, all with the same sum.

public class SynchronizedCounter {
  private int value;

  synchronized void increment() {
    value++;
  }

  synchronized int value() {
    return value;
  }

  public static void main(String[] args) throws InterruptedException {
    SynchronizedCounter counter = new SynchronizedCounter();
    Runnable work =
        () -> {
          for (int i = 0; i < 3; i++) {
            counter.increment();
          }
        };
    Thread first = new Thread(work);
    Thread second = new Thread(work);
    first.start();
    second.start();
    first.join();
    second.join();
    assert counter.value() == 6;
  }
}
