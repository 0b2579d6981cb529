// verdict: fails failure AssertionError
// why: the pool's thread keeps the value of the task before.

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class LeftInWorker {
  private static final ThreadLocal<String> user = new ThreadLocal<>();

  private static void handle(String login) {
    if (!login.isEmpty()) {
      user.set(login);
    }
    assert login.isEmpty() == (user.get() == null) : "guest acts as " + user.get();
  }

  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.execute(() -> handle("ann"));
    pool.execute(() -> handle(""));
    pool.shutdown();
  }
}
