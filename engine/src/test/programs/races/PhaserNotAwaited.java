// verdict: fails race
// why: A thread that arrives and does not await the advance is not ordered after it (Phaser).
import java.util.concurrent.*;

class PhaserNotAwaited {
  static int data;
  static final Phaser phaser = new Phaser(3);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PhaserNotAwaited::one), "one");
    var two = new Thread(() -> call(PhaserNotAwaited::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    phaser.arrive();
  }

  static void two() throws Exception {
    phaser.arrive();
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
