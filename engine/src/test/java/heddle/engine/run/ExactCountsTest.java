package heddle.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.CompiledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The exhaustive search takes each interleaving once: the counts are derived by hand, in the
 * headers of the programs.
 */
class ExactCountsTest {
  /** More than the largest count, and the executions before all races were known. */
  private static final int EXECUTIONS_MAX = 50_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "counts/TwoByThree, 924",
    "counts/TwoByTwo, 70",
    "counts/TwoByFour, 12870",
    "counts/ThreeByOne, 90",
    "counts/ThreeByTwo, 34650",
    "counts/ThreeSynchronized, 90",
    "counts/TwoAndThree, 10",
    "counts/OneReadThreeWrites, 4",
    "counts/MainTakesPart, 6",
    "counts/GrandChild, 2"
  })
  void every_interleaving_is_taken_once(String name, String count) throws Exception {
    CompiledProgram program = CompiledProgram.compile(name, folder);

    List<String> lines = RunnerChild.run(RunnerTask.TALLY, program, EXECUTIONS_MAX);

    assertThat(lines).containsExactly(count, ": " + count);
  }

  // Reckoned by a program of ten lines that tries all words of six A and six B, where the odd
  // letters
  // of each thread read the value and the even ones write one more than was read.
  @Test
  void six_increments_of_two_threads_end_at_each_value_as_often_as_reckoned() throws Exception {
    CompiledProgram program = printing();

    List<String> lines = RunnerChild.run(RunnerTask.TALLY, program, EXECUTIONS_MAX);

    assertThat(lines).containsExactly("924", "2: 8", "3: 300", "4: 416", "5: 180", "6: 20");
  }

  /** Returns the program with 924 interleavings, which prints the value that it ends at. */
  private CompiledProgram printing() throws IOException {
    String silent = Files.readString(Path.of("src/test/programs/counts/TwoByThree.java"));
    String check = "assert value >= 2 && value <= 6;";
    assertThat(silent).contains(check);
    Path source = folder.resolve("TwoByThree.java");
    Files.writeString(source, silent.replace(check, "System.out.println(value);"));
    return CompiledProgram.compile(source, folder.resolve("printing"));
  }
}
