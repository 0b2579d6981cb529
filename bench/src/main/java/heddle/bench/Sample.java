package heddle.bench;

import java.util.Arrays;

/**
 * Numbers measured in the same way several times. Their median is what the tables show: on a
 * machine shared with others the mean says more about the others.
 */
record Sample(double min, double median, double max) {
  /** Returns the spread of {@code values}, of which there must be one at least. */
  static Sample of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values: expected at least one, got none");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Sample(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** Returns the median with the least and the greatest, such as {@code 5 [1-20]}. */
  @Override
  public String toString() {
    return "%,.0f [%,.0f-%,.0f]".formatted(median, min, max);
  }
}
