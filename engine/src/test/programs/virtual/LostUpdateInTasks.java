// verdict: fails lost-update LostUpdateInTasks.total
// why: a virtual thread per task does not make total += safe.

import java.util.concurrent.Executors;

public class LostUpdateInTasks {
  private int total;

  public static void main(String[] args) {
    LostUpdateInTasks basket = new LostUpdateInTasks();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      executor.submit(() -> basket.total += 5);
      executor.submit(() -> basket.total += 7);
    }
    assert basket.total == 12;
  }
}
