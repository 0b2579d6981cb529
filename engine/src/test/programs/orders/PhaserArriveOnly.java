// verdict: all-pass
// why: arrive happens-before the return from awaitAdvance (Phaser).
import java.util.concurrent.*;

class PhaserArriveOnly {
  static int data;
  static final Phaser phaser = new Phaser(1);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PhaserArriveOnly::one), "one");
    var two = new Thread(() -> call(PhaserArriveOnly::two), "two");
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
    phaser.awaitAdvance(0);
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
