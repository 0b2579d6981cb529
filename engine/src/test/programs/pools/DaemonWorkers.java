// verdict: passes
// why: daemon workers do not keep the program alive, though nobody shuts the pool down.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class DaemonWorkers {
  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        Executors.newFixedThreadPool(1, Thread.ofPlatform().daemon().name("worker").factory());
    assert pool.submit(() -> Thread.currentThread().getName()).get().equals("worker");
  }
}
