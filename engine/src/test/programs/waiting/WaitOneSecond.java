// verdict: fails failure AssertionError
// cause: none
// only-sleep: true
// why: wait(1000) also returns after a second, delivered or not.

public class WaitOneSecond {
  private boolean delivered;

  synchronized void deliver() {
    delivered = true;
    notify();
  }

  synchronized void await() throws InterruptedException {
    if (!delivered) {
      wait(1000);
    }
    assert delivered : "nothing came";
  }

  public static void main(String[] args) throws InterruptedException {
    WaitOneSecond box = new WaitOneSecond();
    new Thread(box::deliver, "postman").start();
    box.await();
  }
}
