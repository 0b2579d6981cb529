// verdict: passes
// why: the loop ends when the worker does.

public class PollIsAlive {
  private static int result;

  public static void main(String[] args) {
    Thread worker = new Thread(() -> result = 7);
    worker.start();
    while (worker.isAlive()) {
      Thread.yield();
    }
    assert result == 7;
  }
}
