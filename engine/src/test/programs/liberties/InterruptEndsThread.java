// verdict: passes
// why: Whoever is interrupted ends, gives back what it holds, and lets the others go on.
// liberties: interrupts
import java.util.concurrent.Semaphore;

class InterruptEndsThread {
  static final Semaphore permit = new Semaphore(1);

  static void use() throws InterruptedException {
    permit.acquire();
    try {
      Thread.sleep(10);
    } finally {
      permit.release();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    var other =
        new Thread(
            () -> {
              try {
                use();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    other.start();
    use();
    other.join();
  }
}
