package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * By default settings, faults of small programs show within a few executions. {@code bench/run
 * first-failure} measures that of more programs and seeds.
 */
class FirstFailureTest {
  private static final long EXECUTIONS_MAX = 10;

  private static final Settings SETTINGS = Settings.DEFAULT.with(RacePolicy.IGNORE);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bench/P1b", "bench/P8", "bench/P11"})
  void a_fault_that_random_executions_rarely_show_is_found_within_ten(String name)
      throws IOException {
    Program program = CompiledProgram.compile(name, folder).program();

    Report report = Check.explore(program, SETTINGS, _ -> {});

    assertThat(report.verdict()).isInstanceOf(Verdict.Fails.class);
    assertThat(((Verdict.Fails) report.verdict()).execution()).isLessThanOrEqualTo(EXECUTIONS_MAX);
  }

  @Test
  void a_search_that_ends_early_is_checked_by_random_executions() throws IOException {
    Program program = CompiledProgram.compile("monitors/OrderedTransfer", folder).program();

    Report report = Check.explore(program, SETTINGS, _ -> {});

    assertThat(report.verdict()).isInstanceOf(Verdict.AllPass.class);
    assertThat(List.of(report.strategy().split(", "))).contains("DPOR", "POS");
    assertThat(report.executions()).isGreaterThanOrEqualTo(100);
  }
}
