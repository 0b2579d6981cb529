// verdict: fails lost-update ActionsShareACount.evens
// executions: 100000
// seconds: 10
// why: two workers of the pool count in one field without a lock.

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

public class ActionsShareACount {
  private static int evens;

  private static class Count extends RecursiveAction {
    private final int[] numbers;
    private final int index;

    Count(int[] numbers, int index) {
      this.numbers = numbers;
      this.index = index;
    }

    @Override
    protected void compute() {
      if (index + 1 < numbers.length) {
        Count rest = new Count(numbers, index + 1);
        rest.fork();
        countOne();
        rest.join();
      } else {
        countOne();
      }
    }

    private void countOne() {
      if (numbers[index] % 2 == 0) {
        evens++;
      }
    }
  }

  public static void main(String[] args) {
    ForkJoinPool pool = new ForkJoinPool(2);
    pool.invoke(new Count(new int[] {2, 4}, 0));
    assert evens == 2 : evens;
  }
}
