// verdict: all-pass
// why: a daemon that waits for ever on a queue lets the program end.

import java.util.concurrent.LinkedBlockingQueue;

public class IdleDaemon {
  public static void main(String[] args) {
    LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread logger =
        new Thread(() -> {
          try {
            while (true) {
              System.out.println(lines.take());
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    logger.setDaemon(true);
    logger.start();
    lines.add("ready");
  }
}
