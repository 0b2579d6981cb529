// verdict: all-pass
// races: ignore
// interleavings: 12870
// seconds: 10
// why: eight accesses a thread, so 16! / (8! 8!) orders.

public class TwoByFour {
  private int value;

  private void increments() {
    for (int i = 0; i < 4; i++) {
      value++;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    TwoByFour shared = new TwoByFour();
    Thread first = new Thread(shared::increments);
    Thread second = new Thread(shared::increments);
    first.start();
    second.start();
    first.join();
    second.join();
    assert shared.value >= 2 && shared.value <= 8;
  }
}
