package heddle.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.CompiledProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reduction takes each class of equivalent interleavings once, and misses nothing that another
 * strategy sees.
 */
class DporTest {
  private static final int EXECUTIONS_MAX = 50_000;
  private static final Path REDUCTION = Path.of("../bench/programs/reduction");

  @TempDir private Path folder;

  // The Mazurkiewicz traces of so many increments, each a read and a write of one field: reckoned
  // by
  // trying all words and telling them apart by the order of each read and write to each write.
  @ParameterizedTest
  @CsvSource({
    "counts/TwoByThree, 328",
    "counts/TwoByTwo, 34",
    "counts/TwoByFour, 3334",
    "counts/ThreeByOne, 36",
    "counts/ThreeByTwo, 7134",
  })
  void increments_take_as_many_executions_as_there_are_traces(String name, String traces)
      throws Exception {
    CompiledProgram program = CompiledProgram.compile(name, folder);

    List<String> lines = RunnerChild.run(RunnerTask.REDUCE, program, EXECUTIONS_MAX);

    assertThat(lines).startsWith(traces, "0", traces);
  }

  @ParameterizedTest
  @CsvSource({
    "CounterWithLock, 90",
    "Philosophers3, 6",
    "Philosophers4, 14",
    "BoundedBuffer, 80",
    "ReadersWriters, 3720",
    "Peterson, 12",
    "TreiberStack, 78",
  })
  void right_programs_take_one_execution_a_class(String name, String classes) throws Exception {
    CompiledProgram program =
        CompiledProgram.compile(REDUCTION.resolve(name + ".java"), folder.resolve(name));

    List<String> lines = RunnerChild.run(RunnerTask.REDUCE, program, EXECUTIONS_MAX);

    assertThat(lines).containsExactly(classes, "0", classes, ": " + classes);
  }

  // Branches that are not known yet let it seem more than it is, in the beginning most.
  @ParameterizedTest
  @CsvSource({"counts/TwoByFour, 3334", "counts/ThreeByTwo, 7134"})
  void the_share_explored_is_estimated_within_a_factor_of_two(String name, int total)
      throws Exception {
    CompiledProgram program = CompiledProgram.compile(name, folder);

    List<String> lines = RunnerChild.run(RunnerTask.SHARE, program, total / 10);

    assertThat(lines).hasSize(11);
    for (String line : lines.subList(1, lines.size())) {
      String[] words = line.split(" ", -1);
      double share = Double.parseDouble(words[0]) / total;
      assertThat(Double.parseDouble(words[1])).as(line).isBetween(share / 2, share * 2);
    }
    assertThat(lines.getLast()).isEqualTo(total + " 1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "collections/ComputeOnce",
        "collections/SynchronizedListIterated",
        "collections/HashtableLocked",
        "initialisation/InitialiserFails",
        "futures/NotJoined",
        "classics/SleepingBarber",
        "locks/OptimisticReadUnchecked",
        "locks/ConditionBuffer",
        "waiting/BufferWithNotify",
        "parking/ParkingLot",
        "network/TwoWriters",
        "network/TwoSenders",
        "network/ClosedWhileRead",
      })
  void no_random_execution_ends_as_none_of_the_reduction_did(String name) throws Exception {
    CompiledProgram program = CompiledProgram.compile(name, folder);

    List<String> lines = RunnerChild.run(RunnerTask.COVER, program, 5_000);

    assertThat(lines).hasSize(1);
    assertThat(Long.parseLong(lines.getFirst())).isNotNegative();
  }

  @Test
  void races_of_ten_threads_are_turned_round_until_the_one_order_that_fails() throws Exception {
    CompiledProgram program =
        CompiledProgram.compile(REDUCTION.resolve("Reorder.java"), folder.resolve("reorder"));

    List<String> lines = RunnerChild.run(RunnerTask.DIRECT, program, 5_000);

    assertThat(Integer.parseInt(lines.getFirst())).isBetween(1, 5_000);
  }
}
