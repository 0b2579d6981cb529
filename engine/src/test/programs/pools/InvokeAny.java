// verdict: passes
// why: whichever task is first, its result is one of the two.

import java.util.List;
import java.util.concurrent.Executors;

public class InvokeAny {
  public static void main(String[] args) throws Exception {
    try (var pool = Executors.newFixedThreadPool(2)) {
      String first = pool.invokeAny(List.of(() -> "north", () -> "south"));
      assert first.equals("north") || first.equals("south");
    }
  }
}
