// verdict: passes
// why: a daemon's endless loop does not keep the program alive.

public class Daemon {
  private static volatile int beats;

  public static void main(String[] args) {
    Thread heart =
        new Thread(() -> {
          while (true) {
            beats++;
            try {
              Thread.sleep(1000);
            } catch (InterruptedException e) {
              return;
            }
          }
        });
    heart.setDaemon(true);
    heart.start();
    System.out.println("beats so far: " + beats);
  }
}
