// verdict: fails failure AssertionError
// why: each setter checks the other bound and then writes, so two of them can cross.

public class RangeInvariant {
  private volatile int lower = 0;
  private volatile int upper = 10;

  void setLower(int value) {
    if (value <= upper) {
      lower = value;
    }
  }

  void setUpper(int value) {
    if (value >= lower) {
      upper = value;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    RangeInvariant range = new RangeInvariant();
    Thread raise = new Thread(() -> range.setLower(8), "raise");
    Thread cut = new Thread(() -> range.setUpper(3), "cut");
    raise.start();
    cut.start();
    raise.join();
    cut.join();
    assert range.lower <= range.upper : range.lower + " > " + range.upper;
  }
}
