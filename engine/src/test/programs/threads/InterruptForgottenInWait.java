// verdict: fails deadlock
// cause: interrupt-swallowed
// why: the loop catches the interrupt that was to end it and waits again.

public class InterruptForgottenInWait {
  private boolean work;

  private synchronized void serve() {
    while (!work) {
      try {
        wait();
      } catch (InterruptedException e) {
        System.out.println("who was that?");
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    InterruptForgottenInWait server = new InterruptForgottenInWait();
    Thread worker = new Thread(server::serve, "worker");
    worker.start();
    worker.interrupt();
    worker.join();
  }
}
