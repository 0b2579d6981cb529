// verdict: passes
// why: permits are counted inside the monitor and taken after a loop.

public class HandMadeSemaphore {
  private int permits = 2;
  private int inside;

  private synchronized void acquire() throws InterruptedException {
    while (permits == 0) {
      wait();
    }
    permits--;
    inside++;
    assert inside <= 2;
  }

  private synchronized void release() {
    inside--;
    permits++;
    notify();
  }

  private void visit() {
    try {
      acquire();
      release();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    HandMadeSemaphore room = new HandMadeSemaphore();
    Thread[] guests = new Thread[3];
    for (int i = 0; i < guests.length; i++) {
      guests[i] = new Thread(room::visit, "guest-" + i);
      guests[i].start();
    }
    for (Thread guest : guests) {
      guest.join();
    }
    assert room.permits == 2;
  }
}
