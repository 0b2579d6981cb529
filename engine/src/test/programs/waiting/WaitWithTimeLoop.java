// verdict: passes
// why: the loop asks again after each time-out.

public class WaitWithTimeLoop {
  private String letter;

  synchronized void deliver(String text) {
    letter = text;
    notifyAll();
  }

  synchronized String await() throws InterruptedException {
    while (letter == null) {
      wait(100);
    }
    return letter;
  }

  public static void main(String[] args) throws InterruptedException {
    WaitWithTimeLoop box = new WaitWithTimeLoop();
    Thread postman = new Thread(() -> box.deliver("hello"));
    postman.start();
    assert box.await().equals("hello");
    postman.join();
  }
}
