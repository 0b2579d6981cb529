// verdict: all-pass
// why: a record behind one volatile reference is seen whole or not at all.

public class ImmutableSnapshot {
  private record Range(int lower, int upper) {}

  private static volatile Range range = new Range(0, 10);

  public static void main(String[] args) throws InterruptedException {
    Thread writer =
        new Thread(() -> {
          range = new Range(20, 30);
          range = new Range(40, 50);
        });
    writer.start();
    Range seen = range;
    assert seen.upper() - seen.lower() == 10;
    writer.join();
  }
}
