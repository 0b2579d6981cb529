// verdict: fails failure AssertionError
// cause: torn-read
// why: the writer is synchronized, the reader is not, and sees one field old and one new.

public class GetterForgotten {
  private int seconds = 59;
  private int minutes;

  synchronized void tick() {
    seconds++;
    if (seconds == 60) {
      seconds = 0;
      minutes++;
    }
  }

  int total() {
    return minutes * 60 + seconds;
  }

  public static void main(String[] args) throws InterruptedException {
    GetterForgotten clock = new GetterForgotten();
    Thread ticker = new Thread(clock::tick);
    ticker.start();
    int seen = clock.total();
    ticker.join();
    assert seen == 59 || seen == 60 : seen;
  }
}
