package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesTest {
  private static final Settings COUNTING =
      Settings.DEFAULT.with(RacePolicy.IGNORE).countingOutcomes(true);

  @TempDir private Path folder;

  private Program program(String name) throws Exception {
    return CompiledProgram.compile("outcomes/" + name, folder).program();
  }

  @Test
  void what_threads_print_is_told_in_every_order() throws Exception {
    Report report = Check.explore(program("TwoLetters"), COUNTING, _ -> {});

    assertThat(report.verdict()).isEqualTo(new Verdict.AllPass(2, false, true));
    assertThat(report.outcomes().all()).isTrue();
    assertThat(report.outcomes().list())
        .extracting(Outcome::output, Outcome::failure, Outcome::count)
        .containsExactlyInAnyOrder(tuple("A\nB\n", "", 1L), tuple("B\nA\n", "", 1L));
  }

  /** Two threads with two increments each: 2 is lost on both sides, and 70 interleavings of all. */
  @Test
  void the_search_goes_on_after_a_failure_and_counts_interleavings() throws Exception {
    Report report = Check.explore(program("TwoByTwoPrinted"), COUNTING, _ -> {});

    assertThat(report.verdict()).isInstanceOf(Verdict.Fails.class);
    assertThat(report.outcomes().all()).isTrue();
    assertThat(report.outcomes().list())
        .extracting(Outcome::output, Outcome::failure, Outcome::count)
        .containsExactlyInAnyOrder(
            tuple("2\n", "lost update on TwoByTwoPrinted.n", 32L),
            tuple("3\n", "", 32L),
            tuple("4\n", "", 6L));
  }

  @Test
  void each_schedule_leads_to_its_outcome_again() throws Exception {
    Program program = program("TwoByTwoPrinted");
    for (Outcome outcome : Check.explore(program, COUNTING, _ -> {}).outcomes().list()) {
      Report again =
          Check.explore(
              program,
              Settings.DEFAULT.with(RacePolicy.IGNORE).replaying(outcome.schedule()),
              _ -> {});

      assertThat(again.output()).isEqualTo(outcome.output());
      assertThat(again.verdict() instanceof Verdict.Fails).isEqualTo(!outcome.failure().isEmpty());
    }
  }

  @Test
  void nothing_is_counted_unless_asked_for() throws Exception {
    Report report = Check.explore(program("TwoLetters"), Settings.DEFAULT, _ -> {});

    assertThat(report.outcomes()).isEqualTo(Outcomes.NONE);
  }
}
