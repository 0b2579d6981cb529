// verdict: all-pass
// races: ignore
// interleavings: 70
// why: four accesses a thread, so 8! / (4! 4!) orders; no assertion can fail.

public class TwoByTwo {
  private static int value;

  public static void main(String[] args) throws InterruptedException {
    Runnable work =
        () -> {
          value++;
          value++;
        };
    Thread first = new Thread(work);
    Thread second = new Thread(work);
    first.start();
    second.start();
    first.join();
    second.join();
    assert value >= 2 && value <= 4;
  }
}
