package heddle.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Budget;
import heddle.engine.Check;
import heddle.engine.Program;
import heddle.engine.Settings;
import heddle.engine.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The queue under our own engine: in no order is an item lost, served twice, or waited for in vain.
 */
class FairQueueExploreTest {
  /** The program that is explored. */
  static final class Program1 {
    private static int served;

    private Program1() {}

    /** Two users put in one item each, and one worker takes both. */
    public static void main(String[] arguments) throws InterruptedException {
      var queue = new FairQueue<String>(1, 2);
      var worker =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 2; i++) {
                    served += queue.take().orElseThrow().length();
                  }
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              },
              "worker");
      var ann = new Thread(() -> queue.offer("ann", "a"), "ann");
      var bob = new Thread(() -> queue.offer("bob", "bb"), "bob");
      for (Thread thread : List.of(worker, ann, bob)) {
        thread.start();
      }
      worker.join();
      if (served != 3 || queue.size() != 0) {
        throw new AssertionError("served " + served);
      }
    }
  }

  @Test
  void no_item_is_lost_or_served_twice() throws IOException {
    var program =
        new Program(
            List.of(Path.of("target/classes"), Path.of("target/test-classes")),
            List.of(),
            Program1.class.getName(),
            List.of(),
            new byte[0]);
    var usual = Settings.DEFAULT;
    var settings =
        new Settings(
            new Budget(Duration.ofSeconds(20), 3_000, Long.MAX_VALUE),
            usual.strategy(),
            usual.time(),
            usual.seed(),
            usual.schedule(),
            usual.stepsPerExecution());

    var report = Check.explore(program, settings, _ -> {});

    assertThat(report.verdict()).isInstanceOfAny(Verdict.AllPass.class, Verdict.NothingFound.class);
    assertThat(report.executions()).isGreaterThan(100);
  }
}
