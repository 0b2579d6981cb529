package heddle.engine.explore;

/** A small fast generator of random numbers: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, figure 16). */
final class Draws {
  private long state;

  Draws(long seed) {
    this.state = seed;
  }

  long next() {
    long z = state += 0x9E37_79B9_7F4A_7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  /** Returns a number from 0 to before {@code bound}, which is small, so that the bias does not matter. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }
}
