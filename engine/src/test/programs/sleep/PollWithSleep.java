// verdict: passes
// why: the loop sleeps between its looks and ends when the flag is set.

public class PollWithSleep {
  private static volatile String answer;

  public static void main(String[] args) throws InterruptedException {
    Thread worker = new Thread(() -> answer = "forty-two");
    worker.start();
    while (answer == null) {
      Thread.sleep(10);
    }
    assert answer.equals("forty-two");
  }
}
