// verdict: fails race
// why: A complete that returns false has completed nothing (CompletableFuture).
import java.util.concurrent.*;

class CompletedTooLate {
  static int data;
  static final CompletableFuture<String> future = new CompletableFuture<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(CompletedTooLate::one), "one");
    var two = new Thread(() -> call(CompletedTooLate::two), "two");
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
    future.complete("two");
    if (future.join().equals("two")) {
    int seen = data;
    }
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
