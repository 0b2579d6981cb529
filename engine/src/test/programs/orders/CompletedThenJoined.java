// verdict: all-pass
// why: Completing happens-before the return from join (CompletableFuture).
import java.util.concurrent.*;

class CompletedThenJoined {
  static int data;
  static final CompletableFuture<String> future = new CompletableFuture<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(CompletedThenJoined::one), "one");
    var two = new Thread(() -> call(CompletedThenJoined::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    future.complete("one");
  }

  static void two() throws Exception {
    future.join();
    int seen = data;
  }

  interface Body {
    void run() throws Exception;
  }

  static void call(Body body) {
    try {
      body.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
