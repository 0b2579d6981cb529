// verdict: all-pass
// races: ignore
// interleavings: 924
// why: six accesses a thread, so 12! / (6! 6!) orders, and the value ends between 2 and 6 in each.

public class TwoByThree {
  private static int value;

  private static void increments() {
    for (int i = 0; i < 3; i++) {
      value++;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(TwoByThree::increments);
    Thread second = new Thread(TwoByThree::increments);
    first.start();
    second.start();
    first.join();
    second.join();
    assert value >= 2 && value <= 6;
  }
}
