// verdict: all-pass
// interleavings: 6
// why: two atomic steps each of two virtual threads.

import java.util.concurrent.atomic.AtomicInteger;

public class VirtualThreads {
  public static void main(String[] args) throws InterruptedException {
    AtomicInteger count = new AtomicInteger();
    Runnable twice =
        () -> {
          assert Thread.currentThread().isVirtual() && Thread.currentThread().isDaemon();
          count.incrementAndGet();
          count.incrementAndGet();
        };
    Thread first = Thread.startVirtualThread(twice);
    Thread second = Thread.ofVirtual().name("second").start(twice);
    first.join();
    second.join();
    assert count.get() == 4;
    assert second.getName().equals("second") && first.getName().isEmpty();
  }
}
