// verdict: fails failure AssertionError
// why: an interrupt that comes before the loop looks at the flag is swallowed, and the job is lost.

import java.util.concurrent.Semaphore;

public class P17 {
  private static final Semaphore work = new Semaphore(0);
  private static volatile boolean stopped;
  private static volatile int done;

  private static void serve() {
    while (!stopped) {
      try {
        work.acquire();
        done++;
      } catch (InterruptedException e) {
        stopped = true;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread server = new Thread(P17::serve);
    server.start();
    work.release();
    server.interrupt();
    server.join();
    assert done == 1 : "the released job was not done";
  }
}
