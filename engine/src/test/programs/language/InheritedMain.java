// verdict: all-pass
// interleavings: 6
// why: main is found in the superclass.

import java.util.concurrent.atomic.AtomicLong;

abstract class Application {
  static final AtomicLong work = new AtomicLong();

  public static void main(String[] args) throws InterruptedException {
    Runnable task =
        () -> {
          work.getAndIncrement();
          work.getAndAdd(4);
        };
    Thread first = new Thread(task);
    Thread second = new Thread(task);
    first.start();
    second.start();
    first.join();
    second.join();
    assert work.get() == 10;
  }
}

public class InheritedMain extends Application {}
