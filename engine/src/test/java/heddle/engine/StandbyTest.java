package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.trace.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A child JVM that has run other programs is as good as a fresh one.
 *
 * <p>{@code -Dheddle.every=1} compares each program of the collection.
 */
class StandbyTest {
  private static final int EVERY = Integer.getInteger("heddle.every", 25);
  private static final Path COLLECTION = Path.of("src/test/programs");
  private static final String HEAP = "256m";

  /** Their number ends an exploration, not the clock. */
  private static final Settings SETTINGS =
      new Settings(
          new Budget(Duration.ofMinutes(2), 200, Long.MAX_VALUE),
          StrategyKind.RANDOM,
          TimePolicy.STRICT,
          7,
          Optional.empty(),
          Settings.STEPS_PER_EXECUTION);

  @TempDir private Path folder;

  @Test
  void programs_get_the_same_reports_one_after_another_as_in_jvms_of_their_own()
      throws IOException, InterruptedException {
    List<ConformanceProgram> programs = ConformanceProgram.in(COLLECTION);
    List<String> different = new ArrayList<>();
    int reused = 0;
    Standby used = Standby.start(HEAP);
    for (int i = 0; i < programs.size(); i += EVERY) {
      Program program = compile(programs.get(i));
      String report = json(used.explore(program, SETTINGS, _ -> {}));
      try (Standby fresh = Standby.start(HEAP)) {
        if (!report.equals(json(fresh.explore(program, SETTINGS, _ -> {})))) {
          different.add(programs.get(i).name());
        }
      }
      if (used.isReusable()) {
        reused++;
      } else {
        used.close();
        used = Standby.start(HEAP);
      }
    }
    used.close();

    assertThat(different).isEmpty();
    assertThat(reused).isGreaterThan(programs.size() / EVERY * 3 / 4);
  }

  private Program compile(ConformanceProgram program) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(program.name()));
    CompiledProgram.compile(program.file(), classes);
    return program.program(classes);
  }

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
