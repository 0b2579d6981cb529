// verdict: fails failure AssertionError
// why: the same six increments end at 2 in only 8 of their 924 interleavings.

public class P1b {
  private static int value;

  private static void increments() {
    for (int i = 0; i < 3; i++) {
      value++;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(P1b::increments);
    Thread second = new Thread(P1b::increments);
    first.start();
    second.start();
    first.join();
    second.join();
    assert value != 2;
  }
}
