// verdict: fails failure AssertionError
// cause: ordering-by-sleep
// only-sleep: true
// why: the second thread sleeps, and only that lets the first come first.

public class OrderedBySleep {
  private static String data;

  public static void main(String[] args) throws InterruptedException {
    Thread writer = new Thread(() -> data = "ready", "writer");
    Thread reader =
        new Thread(
            () -> {
              try {
                Thread.sleep(1000);
              } catch (InterruptedException e) {
                return;
              }
              assert data != null : "nothing there yet";
            },
            "reader");
    writer.start();
    reader.start();
    writer.join();
    reader.join();
  }
}
