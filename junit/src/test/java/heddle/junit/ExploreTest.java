package heddle.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

class ExploreTest {
  private static final String COUNTERS = "heddle.fixtures.Counters#";
  private static final String LIFECYCLES = "heddle.fixtures.Lifecycles#";

  @TempDir Path folder;

  private EngineExecutionResults run(DiscoverySelector selector) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selector)
        .configurationParameter(Explore.FOLDER, folder.toString())
        .execute();
  }

  private EngineExecutionResults run(String method) {
    return run(selectMethod(method));
  }

  private Throwable failure(String method) {
    List<Event> failed = run(method).testEvents().failed().list();
    assertThat(failed).as("failures of %s", method).hasSize(1);
    return failed
        .getFirst()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }

  private void passes(String method, int tests) {
    EngineExecutionResults results = run(method);
    assertThat(
            results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)))
        .isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
  }

  private Path kept(String name) {
    return folder.resolve(name + ".schedule");
  }

  @Test
  void a_liberty_is_explored_where_the_annotation_allows_it() {
    assertThat(failure(COUNTERS + "weakly"))
        .hasMessageContaining("failed although nobody had changed the value");
  }

  @Test
  void a_lost_update_fails_with_the_picture_and_the_exception_itself() {
    Throwable failure = failure(COUNTERS + "racy");

    assertThat(failure)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("✖ fails: lost update on Counters.value")
        .hasMessageContaining("write value ← 1 ──overwrites Bob's 1──")
        .hasMessageContaining("@Explore(schedule = \"s:0-1.3-2-1-0\")");
    Throwable cause = Objects.requireNonNull(failure.getCause());
    assertThat(cause)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage("expected: <2> but was: <1>");
    assertThat(cause.getStackTrace()[0].getClassName()).startsWith("org.junit.jupiter.api.");
    assertThat(cause.getStackTrace())
        .satisfies(frames ->
            assertThat(frames[frames.length - 1])
                .hasToString("heddle.fixtures.Counters.racy(Counters.java:37)"));
    assertThat(
            Objects.requireNonNull(((AssertionFailedError) failure).getExpected())
                .getStringRepresentation())
        .isEqualTo("2");
  }

  @Test
  void a_failure_keeps_its_schedule_and_a_page() throws IOException {
    failure(COUNTERS + "racy");

    assertThat(kept("heddle.fixtures.Counters.racy")).hasContent("s:0-1.3-2-1-0");
    assertThat(Files.readString(folder.resolve("heddle.fixtures.Counters.racy.html")))
        .startsWith("<!doctype html>")
        .contains("value++");
  }

  @Test
  void a_kept_schedule_is_replayed_first() throws IOException {
    Files.writeString(kept("heddle.fixtures.Counters.racy"), "s:0-1.3-2-1-0\n");

    assertThat(failure(COUNTERS + "racy"))
        .hasMessageContaining("(execution 1, seed 1, 2 switches)");
  }

  @Test
  void a_kept_schedule_that_passes_is_deleted_and_the_search_goes_on() throws IOException {
    Files.writeString(kept("heddle.fixtures.Counters.locked"), "s:0-1-2-0\n");

    var entries = entries(run(COUNTERS + "locked"));

    assertThat(entries.getFirst()).contains("s:0-1-2-0 passes now, and is deleted");
    assertThat(entries.getLast()).startsWith("✔ proved: all ").contains(" interleavings pass");
    assertThat(kept("heddle.fixtures.Counters.locked")).doesNotExist();
  }

  private static List<String> entries(EngineExecutionResults results) {
    return results.testEvents().reportingEntryPublished().stream()
        .map(event ->
            event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
        .map(entry -> Objects.requireNonNull(entry.getKeyValuePairs().get("heddle")))
        .toList();
  }

  @Test
  void what_is_not_proved_fails_when_a_proof_is_wanted() {
    assertThat(failure(COUNTERS + "not_proved_in_three_executions"))
        .hasMessageContaining("not proved: ")
        .hasMessageContaining("nothing found in 3 executions");
  }

  @Test
  void a_given_schedule_is_all_that_runs() {
    assertThat(failure(COUNTERS + "under_the_schedule_that_loses"))
        .hasMessageContaining("lost update on Counters.value");
    assertThat(entries(run(COUNTERS + "under_a_schedule_that_does_not")))
        .containsExactly("passes under the schedule s:0-1-2-0");
  }

  @Test
  void what_can_not_be_asked_for_fails_in_one_line() {
    assertThat(failure(COUNTERS + "under_no_schedule"))
        .hasMessageContaining("expected a text such as s:0-1.3-2-1, got 1-2");
    assertThat(failure(COUNTERS + "without_time"))
        .hasMessage("@Explore on Counters.without_time: time: expected more than zero, got PT0S");
  }

  @Test
  void beside_the_annotation_for_plain_tests_it_explores_once() {
    EngineExecutionResults results = run(COUNTERS + "racy_and_a_test");

    results.testEvents().assertStatistics(statistics -> statistics.started(1).failed(1));
  }

  @Test
  void another_strategy_explores() {
    assertThat(entries(run(COUNTERS + "locked_by_pct")).getLast()).contains("PCT");
  }

  @Test
  void lifecycle_methods_run_around_each_execution() {
    EngineExecutionResults results = run(selectClass("heddle.fixtures.Lifecycles$Outer"));

    results
        .testEvents()
        .assertStatistics(statistics -> statistics.started(3).succeeded(3).failed(0));
    assertThat(results.containerEvents().failed().count()).isZero();
  }

  @Test
  void each_set_of_parameters_is_explored() {
    EngineExecutionResults results = run(selectMethod(LIFECYCLES + "two_is_wrong(int)"));

    results.testEvents().assertStatistics(statistics -> statistics.succeeded(2).failed(1));
    assertThat(kept("heddle.fixtures.Lifecycles.two_is_wrong_int_2")).exists();
  }

  @Test
  void folders_and_expected_exceptions_and_virtual_time_are_those_of_junit() {
    passes(LIFECYCLES + "a_folder_of_its_own(java.nio.file.Path)", 1);
    passes(LIFECYCLES + "expects_an_exception", 1);
    passes(LIFECYCLES + "named", 1);
  }

  @Test
  void a_time_limit_counts_in_virtual_time() {
    assertThat(failure(LIFECYCLES + "takes_an_hour_of_virtual_time"))
        .hasMessageContaining("timed out after 5 seconds");
  }

  @Test
  void an_assumption_that_never_holds_skips_the_test() {
    var aborted = run(LIFECYCLES + "assumes_in_vain").testEvents().aborted().list();

    assertThat(aborted).hasSize(1);
    assertThat(aborted.getFirst().getRequiredPayload(TestExecutionResult.class).getThrowable())
        .get()
        .hasToString(
            "org.opentest4j.TestAbortedException: Assumption failed: this machine is not wet enough");
  }

  @Test
  void an_assumption_that_holds_at_times_leaves_the_other_executions() {
    passes(LIFECYCLES + "assumes_what_holds_at_times", 1);
  }

  @Test
  void a_disabled_test_is_skipped() {
    EngineExecutionResults results = run(LIFECYCLES + "disabled");

    assertThat(results.allEvents().filter(event -> event.getType() == EventType.SKIPPED))
        .hasSize(1);
  }

  @Test
  void what_does_not_run_in_the_child_fails_with_the_reason() {
    assertThat(failure(LIFECYCLES + "disabled_in_the_child_alone"))
        .hasMessageContaining("@Explore could not run Lifecycles.disabled_in_the_child_alone")
        .hasMessageContaining("it is skipped there: ");
  }

  @Test
  void what_is_not_controllable_fails() {
    assertThat(failure(LIFECYCLES + "starts_a_process"))
        .hasMessageStartingWith("⚠ not controllable: starts another process");
  }

  @Test
  void what_no_one_catches_in_another_thread_fails() {
    Throwable failure = failure(LIFECYCLES + "dies_in_another_thread");

    assertThat(failure).hasMessageContaining("in worker");
    assertThat(failure.getCause())
        .hasToString("java.lang.IllegalStateException: no one sees this in a plain test");
  }

  @Test
  void a_deadlock_fails_without_a_cause() {
    assertThat(failure(LIFECYCLES + "waits_for_ever"))
        .hasMessageContaining("deadlock")
        .hasNoCause();
  }

  @Test
  void a_test_may_leave_threads_only_if_it_says_so() {
    assertThat(failure(LIFECYCLES + "leaves_a_pool")).hasMessageContaining("never ends");
    passes(LIFECYCLES + "may_leave_a_pool", 1);
  }
}
