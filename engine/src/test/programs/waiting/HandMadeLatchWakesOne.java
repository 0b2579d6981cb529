// verdict: fails deadlock
// cause: notify-instead-of-notify-all
// why: two threads wait for zero, and notify wakes only one of them.

public class HandMadeLatchWakesOne {
  private int count = 1;

  private synchronized void countDown() {
    count--;
    if (count == 0) {
      notify();
    }
  }

  private synchronized void await() {
    try {
      while (count > 0) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    HandMadeLatchWakesOne start = new HandMadeLatchWakesOne();
    Thread ann = new Thread(start::await, "Ann");
    Thread bob = new Thread(start::await, "Bob");
    ann.start();
    bob.start();
    start.countDown();
    ann.join();
    bob.join();
  }
}
