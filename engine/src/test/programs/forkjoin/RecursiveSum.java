// verdict: passes
// why: each task adds the sums of its halves.

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

public class RecursiveSum {
  private static class Sum extends RecursiveTask<Integer> {
    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from <= 2) {
        int sum = 0;
        for (int i = from; i < to; i++) {
          sum += i;
        }
        return sum;
      }
      int middle = (from + to) / 2;
      Sum left = new Sum(from, middle);
      left.fork();
      int right = new Sum(middle, to).compute();
      return left.join() + right;
    }
  }

  public static void main(String[] args) {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      assert pool.invoke(new Sum(0, 9)) == 36;
    }
  }
}
