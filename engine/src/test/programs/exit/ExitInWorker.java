// verdict: fails exit 3
// why: System.exit in any thread ends the program with its status.

public class ExitInWorker {
  public static void main(String[] args) throws InterruptedException {
    Thread worker =
        new Thread(
            () -> {
              System.err.println("no licence");
              System.exit(3);
            },
            "worker");
    worker.start();
    worker.join();
    System.out.println("never printed");
  }
}
