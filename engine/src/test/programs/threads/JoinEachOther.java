// verdict: fails deadlock
// cause: none
// why: each of two threads waits for the other's end.

public class JoinEachOther {
  private static Thread ann;
  private static Thread bob;

  private static void await(Thread other) {
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) {
    ann = new Thread(() -> await(bob), "Ann");
    bob = new Thread(() -> await(ann), "Bob");
    ann.start();
    bob.start();
  }
}
