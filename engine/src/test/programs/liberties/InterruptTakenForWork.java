// verdict: fails failure AssertionError
// why: Who is interrupted while it waits for work returns null, and the caller does not expect that.
// liberties: interrupts
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

class InterruptTakenForWork {
  static final BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);

  static String next() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      return null;
    }
  }

  public static void main(String[] args) {
    new Thread(
            () -> {
              String work = next();
              assert work != null : "no work";
            },
            "worker")
        .start();
    queue.add("letter");
  }
}
