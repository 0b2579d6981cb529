// verdict: all-pass
// interleavings: 6
// why: with volatile fields at least one of the two threads sees the other's write.

public class StoreBuffering {
  private static volatile int x;
  private static volatile int y;
  private static int seenByLeft;
  private static int seenByRight;

  public static void main(String[] args) throws InterruptedException {
    Thread left =
        new Thread(() -> {
          x = 1;
          seenByLeft = y;
        });
    Thread right =
        new Thread(() -> {
          y = 1;
          seenByRight = x;
        });
    left.start();
    right.start();
    left.join();
    right.join();
    assert seenByLeft + seenByRight >= 1;
  }
}
