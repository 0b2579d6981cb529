// verdict: fails never-ends or step-bound
// why: the endless heartbeat is not a daemon, so the program outlives main.

public class ForgotDaemon {
  private static int beats;

  public static void main(String[] args) {
    Thread heart =
        new Thread(
            () -> {
              while (true) {
                beats++;
                try {
                  Thread.sleep(1000);
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            "heart");
    heart.start();
  }
}
