// verdict: passes
// why: workers of a cached pool leave after a minute without work, and the program ends.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class CachedPoolEndsByItself {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    Future<String> name = pool.submit(() -> Thread.currentThread().getName());
    assert name.get().equals("pool-1-thread-1") : name.get();
  }
}
