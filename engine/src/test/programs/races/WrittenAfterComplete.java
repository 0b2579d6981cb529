// verdict: fails race
// why: What follows complete is not ordered by it (CompletableFuture).
import java.util.concurrent.*;

class WrittenAfterComplete {
  static int data;
  static final CompletableFuture<String> future = new CompletableFuture<>();

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(WrittenAfterComplete::one), "one");
    var two = new Thread(() -> call(WrittenAfterComplete::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    future.complete("one");
    data = 1;
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
