// verdict: passes
// why: a FutureTask runs its function once, however many threads run it.

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

public class FutureTaskShared {
  public static void main(String[] args) throws Exception {
    AtomicInteger runs = new AtomicInteger();
    FutureTask<Integer> task = new FutureTask<>(runs::incrementAndGet);
    Thread first = new Thread(task);
    Thread second = new Thread(task);
    first.start();
    second.start();
    assert task.get() == 1;
    first.join();
    second.join();
    assert runs.get() == 1;
  }
}
