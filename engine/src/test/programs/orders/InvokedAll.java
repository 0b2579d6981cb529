// verdict: all-pass
// why: The tasks happen-before the return from invokeAll (ExecutorService).
import java.util.*;
import java.util.concurrent.*;

class InvokedAll {
  static int data;

  public static void main(String[] args) throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    var done = pool.invokeAll(List.of(() -> data = 1));
    int seen = data;
    pool.shutdown();
  }
}
