// verdict: all-pass
// why: Arriving happens-before the advance, which happens-before what follows it (Phaser).
import java.util.concurrent.*;

class PhaserAdvanced {
  static int data;
  static final Phaser phaser = new Phaser(2);

  public static void main(String[] args) throws Exception {
    var one = new Thread(() -> call(PhaserAdvanced::one), "one");
    var two = new Thread(() -> call(PhaserAdvanced::two), "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }

  static void one() throws Exception {
    data = 1;
    phaser.arriveAndAwaitAdvance();
  }

  static void two() throws Exception {
    phaser.arriveAndAwaitAdvance();
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
