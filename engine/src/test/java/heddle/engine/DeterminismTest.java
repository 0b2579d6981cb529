package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.trace.ReportJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same seed gives the same report, in any JVM and as often as wanted; and the schedule of a
 * report gives its trace again.
 *
 * <p>{@code -Dheddle.jvms=100} takes a hundred fresh JVMs a program.
 */
class DeterminismTest {
  private static final int JVMS = Integer.getInteger("heddle.jvms", 5);
  private static final int EXECUTIONS = 500;

  /** So long that the number of executions ends each exploration, not the clock. */
  private static final Duration TIME = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bench/P1", "bench/P3", "bench/P7"})
  void the_same_seed_gives_the_same_bytes_in_each_fresh_jvm(String name) throws IOException {
    Program program = CompiledProgram.compile(name, folder).program();
    String first = inFreshJvm(program);

    for (int jvm = 2; jvm <= JVMS; jvm++) {
      String other = inFreshJvm(program);

      assertThat(other).as("JVM %d of %d", jvm, JVMS).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench/P1",
        "bench/P2",
        "bench/P3",
        "bench/P4",
        "bench/P5",
        "bench/P6",
        "bench/P7",
        "arrays/SameSeat",
        "atomics/StackWithSet",
        "classics/BankAudit",
        "fields/HalfMovedPoint",
        "exit/ExitRace",
        "locks/SignalWithoutState",
        "pools/TasksShareATotal",
        "forkjoin/ActionsShareACount",
        "synchronizers/SemaphoresCrossed",
        "threads/JoinEachOther",
        "virtual/VirtualDeadlock",
        "waiting/BufferWithNotify",
        "waiting/LostWakeUp"
      })
  void a_schedule_that_was_found_gives_its_finding_and_trace_again(String name) throws IOException {
    Program program = CompiledProgram.compile(name, folder).program();
    Report found = Check.explore(program, settings(StrategyKind.RANDOM), _ -> {});
    assertThat(found.verdict()).isInstanceOf(Verdict.Fails.class);
    var fails = (Verdict.Fails) found.verdict();

    Report again = Check.explore(program, replaying(fails.schedule()), _ -> {});

    assertThat(again.verdict()).isInstanceOf(Verdict.Fails.class);
    var same = (Verdict.Fails) again.verdict();
    assertThat(same.finding()).isEqualTo(fails.finding());
    assertThat(same.trace()).isEqualTo(fails.trace());
    assertThat(same.switches()).isEqualTo(fails.switches());
    assertThat(again.output()).isEqualTo(found.output());
  }

  private static String inFreshJvm(Program program) throws IOException {
    try (Standby fresh = Standby.start("1g")) {
      return json(fresh.explore(program, settings(StrategyKind.RANDOM), _ -> {}));
    }
  }

  private static Settings settings(StrategyKind strategy) {
    return new Settings(
        new Budget(TIME, EXECUTIONS, Long.MAX_VALUE),
        strategy,
        TimePolicy.STRICT,
        7,
        Optional.empty(),
        Settings.STEPS_PER_EXECUTION);
  }

  private static Settings replaying(Schedule schedule) {
    return new Settings(
        Budget.DEFAULT,
        StrategyKind.AUTO,
        TimePolicy.BOTH,
        1,
        Optional.of(schedule),
        Settings.STEPS_PER_EXECUTION);
  }

  /** Returns the report without the time that it took, which is no part of the promise. */
  private static String json(Report report) {
    return ReportJson.write(
        new Report(
            report.verdict(),
            report.executions(),
            report.steps(),
            0,
            report.seed(),
            report.strategy(),
            report.output(),
            report.notes()));
  }
}
