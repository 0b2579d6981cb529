// verdict: all-pass
// interleavings: 2
// output: 2
// why: one atomic step in each of two threads.

import java.util.concurrent.atomic.AtomicInteger;

final AtomicInteger count = new AtomicInteger();

void main() throws InterruptedException {
  var first = Thread.startVirtualThread(count::incrementAndGet);
  var second = Thread.startVirtualThread(count::incrementAndGet);
  first.join();
  second.join();
  IO.println(count.get());
  assert count.get() == 2;
}
