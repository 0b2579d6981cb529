package heddle.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Budget;
import heddle.engine.Check;
import heddle.engine.CompiledProgram;
import heddle.engine.NetworkLevel;
import heddle.engine.Program;
import heddle.engine.RacePolicy;
import heddle.engine.Report;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import heddle.engine.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same program on the machine's loopback and on the simulated network, case by case. */
final class NetworkParityTest {
  private static final int CASES_MIN = 120;
  private static final long REAL_SECONDS_MAX = 60;

  private static final Path SOURCES = Path.of("src/test/network-programs");
  private static final String MAIN = "parity.NetworkParity";

  private static List<String> real = List.of();
  private static Report simulated;

  @BeforeAll
  static void run_the_program_twice(@TempDir Path folder) throws Exception {
    CompiledProgram.compileAll(SOURCES.resolve("parity"), folder);
    real = runForReal(folder);
    simulated =
        Check.explore(
            new Program(List.of(folder), List.of(SOURCES), MAIN, List.of(), new byte[0]),
            new Settings(
                    new Budget(Duration.ofSeconds(60), 1, Long.MAX_VALUE),
                    StrategyKind.RANDOM,
                    TimePolicy.STRICT,
                    1,
                    Optional.empty(),
                    1_000_000)
                .with(RacePolicy.IGNORE)
                .with(NetworkLevel.NONE),
            _ -> {});
  }

  private static List<String> runForReal(Path classes) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                classes.toString(),
                MAIN)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(REAL_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    return output.lines().toList();
  }

  @Test
  void the_program_runs_to_its_end_under_control() {
    assertThat(simulated.verdict()).isInstanceOf(Verdict.NothingFound.class);
  }

  @Test
  void there_are_enough_cases() {
    assertThat(real).hasSizeGreaterThanOrEqualTo(CASES_MIN);
  }

  @TestFactory
  Stream<DynamicTest> each_case_sees_what_it_sees_on_real_loopback() {
    List<String> lines = simulated.output().lines().toList();
    return real.stream()
        .map(line ->
            DynamicTest.dynamicTest(
                line.substring(0, Math.max(line.indexOf(':'), 0)),
                () -> assertThat(lines).contains(line)));
  }
}
