// verdict: fails step-bound or never-ends
// why: the server's loop has no end, and something changes in every round.

public class CountsForEver {
  private static volatile long requests;

  public static void main(String[] args) {
    Thread server =
        new Thread(
            () -> {
              while (true) {
                requests++;
              }
            },
            "server");
    server.start();
  }
}
