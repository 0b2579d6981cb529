// verdict: fails deadlock
// cause: none
// why: a thread that starts round two resets the condition that a slow one still waits for.

public class HandMadeBarrierReused {
  private int arrived;

  private synchronized void await() throws InterruptedException {
    arrived++;
    if (arrived == 2) {
      arrived = 0;
      notifyAll();
    } else {
      while (arrived != 0) {
        wait();
      }
    }
  }

  private void twoRounds() {
    try {
      await();
      await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) {
    HandMadeBarrierReused barrier = new HandMadeBarrierReused();
    new Thread(barrier::twoRounds, "Ann").start();
    new Thread(barrier::twoRounds, "Bob").start();
  }
}
