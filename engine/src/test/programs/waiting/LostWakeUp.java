// verdict: fails deadlock
// cause: lost-wake-up
// why: a notification that comes before the wait is forgotten.

public class LostWakeUp {
  private static final Object bell = new Object();

  public static void main(String[] args) throws InterruptedException {
    Thread cook =
        new Thread(
            () -> {
              synchronized (bell) {
                bell.notify();
              }
            },
            "cook");
    cook.start();
    synchronized (bell) {
      bell.wait();
    }
    System.out.println("Dinner is ready");
  }
}
