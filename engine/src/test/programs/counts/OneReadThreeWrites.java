// verdict: all-pass
// races: ignore
// interleavings: 4
// why: one read among three writes of another thread has four places.

public class OneReadThreeWrites {
  private static int level;

  public static void main(String[] args) throws InterruptedException {
    Thread writer =
        new Thread(() -> {
          level = 1;
          level = 2;
          level = 3;
        });
    writer.start();
    int seen = level;
    assert seen >= 0 && seen <= 3;
    writer.join();
  }
}
