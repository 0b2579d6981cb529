// verdict: fails lost-update or failure AssertionError
// why: lambdas within lambdas share the captured array.

import java.util.function.IntConsumer;
import java.util.function.IntFunction;

public class NestedLambdas {
  public static void main(String[] args) throws InterruptedException {
    int[] total = {0};
    IntFunction<Runnable> adding =
        amount -> {
          IntConsumer add = value -> total[0] += value;
          return () -> add.accept(amount);
        };
    Thread first = new Thread(adding.apply(1));
    Thread second = new Thread(adding.apply(2));
    first.start();
    second.start();
    first.join();
    second.join();
    assert total[0] == 3 : total[0];
  }
}
