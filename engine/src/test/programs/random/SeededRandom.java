// verdict: all-pass
// interleavings: 1
// why: a Random with a seed gives the numbers that its specification prescribes.

import java.util.Random;

public class SeededRandom {
  public static void main(String[] args) {
    Random random = new Random(42);
    assert random.nextInt(100) == 30;
    assert random.nextInt(100) == 63;
  }
}
