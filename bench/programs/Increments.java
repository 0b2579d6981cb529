// verdict: all-pass
// interleavings: 924
// races: ignore
// why: two threads, three unsynchronized increments each, and nothing to fail.

public class Increments {
  private static int value;

  private static void increments() {
    for (int i = 0; i < 3; i++) {
      value++;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(Increments::increments);
    Thread second = new Thread(Increments::increments);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
