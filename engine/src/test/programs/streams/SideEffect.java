// verdict: fails lost-update SideEffect.total
// executions: 100000
// seconds: 10
// why: forEach of a parallel stream adds to one field from several threads.

import java.util.stream.IntStream;

public class SideEffect {
  private static int total;

  public static void main(String[] args) {
    IntStream.rangeClosed(1, 4).parallel().forEach(i -> total += i);
    assert total == 10 : total;
  }
}
