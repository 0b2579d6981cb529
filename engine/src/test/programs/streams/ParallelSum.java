// verdict: passes
// why: the stream combines the partial sums itself.

import java.util.stream.IntStream;

public class ParallelSum {
  public static void main(String[] args) {
    assert IntStream.rangeClosed(1, 10).parallel().sum() == 55;
    assert IntStream.range(0, 8).parallel().map(i -> i * i).max().getAsInt() == 49;
  }
}
