// verdict: fails deadlock
// cause: none
// why: nobody opens the gate, so that notifyAll would not help either.

public class NotifiedInVain {
  private boolean open;

  private synchronized void pass() {
    try {
      while (!open) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void ring() {
    notify();
  }

  private synchronized void open() {
    open = true;
  }

  public static void main(String[] args) throws InterruptedException {
    NotifiedInVain gate = new NotifiedInVain();
    Thread ann = new Thread(gate::pass, "Ann");
    Thread bob = new Thread(gate::pass, "Bob");
    ann.start();
    bob.start();
    gate.ring();
    ann.join();
    bob.join();
    gate.open();
  }
}
