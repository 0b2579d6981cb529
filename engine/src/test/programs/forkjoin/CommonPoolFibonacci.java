// verdict: passes
// why: the common pool needs no shutdown, and tasks share nothing.

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

public class CommonPoolFibonacci {
  private static class Fibonacci extends RecursiveTask<Long> {
    private final int n;

    Fibonacci(int n) {
      this.n = n;
    }

    @Override
    protected Long compute() {
      if (n < 2) {
        return (long) n;
      }
      Fibonacci one = new Fibonacci(n - 1);
      Fibonacci two = new Fibonacci(n - 2);
      invokeAll(one, two);
      return one.join() + two.join();
    }
  }

  public static void main(String[] args) {
    assert ForkJoinPool.commonPool().invoke(new Fibonacci(5)) == 5;
    assert new Fibonacci(4).fork().join() == 3;
  }
}
