package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heddle.engine.Finding.Deadlock;
import heddle.engine.Finding.Failure;
import heddle.engine.Finding.LostUpdate;
import heddle.engine.Finding.NonZeroExit;
import heddle.engine.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedVerdictTest {
  private static final Failure FAILED_ASSERT =
      new Failure("", "", "main", "java.lang.AssertionError", "", Place.UNKNOWN, List.of());
  private static final LostUpdate LOST_UPDATE =
      new LostUpdate("", "", "Counter.value", FAILED_ASSERT);

  @Test
  void a_program_that_passes_may_or_may_not_be_exhausted() {
    assertThat(allows("passes", new Verdict.AllPass(20, false))).isTrue();
    assertThat(allows("passes", new Verdict.NothingFound(0.5, -1))).isTrue();
    assertThat(allows("all-pass", new Verdict.NothingFound(0.5, -1))).isFalse();
    assertThat(allows("passes", new Verdict.NotControllable(List.of()))).isFalse();
  }

  @Test
  void an_exception_may_be_named_without_its_package() {
    assertThat(allows("fails failure AssertionError", fails(FAILED_ASSERT))).isTrue();
    assertThat(allows("fails failure java.lang.AssertionError", fails(FAILED_ASSERT))).isTrue();
    assertThat(allows("fails failure Error", fails(FAILED_ASSERT))).isFalse();
  }

  @Test
  void a_lost_update_is_known_by_its_variable() {
    assertThat(allows("fails lost-update Counter.value", fails(LOST_UPDATE))).isTrue();
    assertThat(allows("fails lost-update", fails(LOST_UPDATE))).isTrue();
    assertThat(allows("fails lost-update Counter.limit", fails(LOST_UPDATE))).isFalse();
    assertThat(allows("fails lost-update Counter.value", fails(FAILED_ASSERT))).isFalse();
  }

  @Test
  void a_lost_update_is_also_the_failure_that_showed_it() {
    assertThat(allows("fails failure AssertionError", fails(LOST_UPDATE))).isTrue();
  }

  @Test
  void an_exit_is_known_by_its_status() {
    var exit = fails(new NonZeroExit("", "", "main", 3, Place.UNKNOWN));

    assertThat(allows("fails exit 3", exit)).isTrue();
    assertThat(allows("fails exit 1", exit)).isFalse();
  }

  @Test
  void either_of_two_verdicts_is_allowed() {
    var deadlock = fails(new Deadlock("", "", List.of(), 0));

    assertThat(allows("fails never-ends or deadlock", deadlock)).isTrue();
    assertThat(allows("fails failure IllegalStateException or passes", deadlock)).isFalse();
  }

  @Test
  void what_is_not_a_verdict_is_rejected() {
    for (String text : List.of("", "pass", "fails", "fails exit", "fails deadlock lock1")) {
      assertThatThrownBy(() -> ExpectedVerdict.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("verdict: expected");
    }
  }

  private static boolean allows(String text, Verdict verdict) {
    return ExpectedVerdict.parse(text).stream().anyMatch(expected -> expected.allows(verdict));
  }

  private static Verdict fails(Finding finding) {
    return new Verdict.Fails(finding, new Schedule("s:"), emptyTrace(), 1, 0, false);
  }

  private static Trace emptyTrace() {
    return new Trace(List.of(), List.of());
  }
}
