package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibertiesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "WaitWithIf, SPURIOUS_WAKE_UPS, JLS 17.2.1",
    "StopFlagNotSeen, STALE_READS, JLS 17.4.5",
    "StoreBufferingPlain, STALE_READS, JLS 17.4.5",
    "HalfBuiltSingleton, STALE_READS, JLS 17.4.5"
  })
  void a_finding_that_needs_a_liberty_says_so_and_repeats_by_its_schedule_alone(
      String name, Liberty liberty, String reason) throws Exception {
    Program program = CompiledProgram.compile("liberties/" + name, folder).program();

    Report found = Check.explore(program, Settings.DEFAULT.with(Set.of(liberty)), _ -> {});
    var fails = (Verdict.Fails) found.verdict();
    Report again = Check.explore(program, Settings.DEFAULT.replaying(fails.schedule()), _ -> {});

    assertThat(fails.finding().explanation()).contains(reason);
    assertThat(again.verdict()).isInstanceOf(Verdict.Fails.class);
    assertThat(((Verdict.Fails) again.verdict()).finding()).isEqualTo(fails.finding());
    assertThat(((Verdict.Fails) again.verdict()).trace()).isEqualTo(fails.trace());
  }

  @Test
  void a_failure_that_needs_no_liberty_is_shown_without_one() throws Exception {
    Program program = CompiledProgram.compile("fields/LostIncrement", folder).program();
    Settings settings = Settings.DEFAULT.with(Set.of(Liberty.values()));

    var fails = (Verdict.Fails) Check.explore(program, settings, _ -> {}).verdict();

    assertThat(fails.finding().explanation()).doesNotContain("JLS");
  }

  @ParameterizedTest
  @CsvSource({"StopFlagNotSeen", "StoreBufferingPlain", "HalfBuiltSingleton", "WaitWithIf"})
  void without_liberties_all_interleavings_pass(String name) throws Exception {
    Program program = CompiledProgram.compile("liberties/" + name, folder).program();

    Report report = Check.explore(program, Settings.DEFAULT, _ -> {});

    assertThat(report.verdict()).isInstanceOf(Verdict.AllPass.class);
  }
}
