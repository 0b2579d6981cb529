package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Verdict;
import heddle.engine.trace.Lanes.Bar;
import heddle.engine.trace.Lanes.Column;
import heddle.engine.trace.Lanes.Row;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  @Test
  void a_lost_update_shows_only_the_steps_on_its_variable_and_the_failure() {
    var lanes = Lanes.of(Runs.lostUpdate());

    assertThat(actions(lanes))
        .containsExactly(
            "Ann: read value → 0",
            "Bob: read value → 0",
            "Bob: write value ← 1",
            "Ann: write value ← 1",
            "main: read value → 1",
            "main: AssertionError: value is 1");
    assertThat(lanes.hidden()).isEqualTo(7);
  }

  @Test
  void the_thread_that_will_overwrite_holds_a_stale_value_from_its_read_to_its_write() {
    var lanes = Lanes.of(Runs.lostUpdate());
    int ann = 1;

    assertThat(lanes.steps().stream().map(step -> step.cells().get(ann).bars()))
        .containsExactly(
            List.of(Bar.STALE),
            List.of(Bar.STALE),
            List.of(Bar.STALE),
            List.of(Bar.STALE),
            List.of(),
            List.of());
    assertThat(lanes.steps().get(1).cells().get(ann).text()).isEqualTo("still holds 0");
    assertThat(lanes.steps().get(2).cells().get(ann).text()).isEqualTo("still holds 0 (old)");
  }

  @Test
  void the_arrow_leads_from_the_overwriting_step_to_the_lost_one() {
    var arrow = Lanes.of(Runs.lostUpdate()).arrow().orElseThrow();

    assertThat(arrow.fromNumber()).isEqualTo(4);
    assertThat(arrow.toNumber()).isEqualTo(3);
    assertThat(arrow.label()).isEqualTo("overwrites Bob's 1");
  }

  @Test
  void memory_shows_the_value_after_each_step_and_the_lost_one_struck_out() {
    var steps = Lanes.of(Runs.lostUpdate()).steps();

    assertThat(steps.stream().map(step -> step.memory().text()))
        .containsExactly("0", "0", "1", "1", "1", "1");
    assertThat(steps.get(3).memory().struck()).isEqualTo("1 (Bob)");
    assertThat(steps.get(2).memory().changed()).isTrue();
    assertThat(steps.get(1).memory().changed()).isFalse();
  }

  @Test
  void only_the_update_that_was_lost_is_shown_among_many() {
    var run = new Runs("Counter.java", "main", "Ann", "Bob");
    for (int i = 0; i < 50; i++) {
      run.event(1, Runs.read("C.n", i), 4).event(1, Runs.write("C.n", i, i + 1), 4);
    }
    run.event(1, Runs.read("C.n", 50), 4)
        .event(2, Runs.read("C.n", 50), 4)
        .event(2, Runs.write("C.n", 50, 51), 4)
        .event(1, Runs.write("C.n", 51, 51), 4)
        .event(0, new Operation.Throws("java.lang.AssertionError", "n is 51"), 9);
    var failure = Runs.failure(run, "main", "java.lang.AssertionError", "n is 51", 9);
    var fails =
        run.fails(
            new heddle.engine.Finding.LostUpdate("lost update on C.n", "Gone.", "C.n", failure), 2);

    assertThat(actions(Lanes.of(fails)))
        .containsExactly(
            "Ann: read n → 50",
            "Bob: read n → 50",
            "Bob: write n ← 51",
            "Ann: write n ← 51",
            "main: AssertionError: n is 51");
  }

  @Test
  void what_the_failing_thread_read_of_it_afterwards_is_shown_once() {
    var run =
        new Runs("C.java", "main", "Ann", "Bob")
            .event(1, Runs.read("C.n", 0), 4)
            .event(2, Runs.read("C.n", 0), 4)
            .event(2, Runs.write("C.n", 0, 1), 4)
            .event(1, Runs.write("C.n", 1, 1), 4)
            .event(0, Runs.read("C.n", 1), 9)
            .event(0, Runs.read("C.n", 1), 9)
            .event(0, new Operation.Throws("java.lang.AssertionError", "n is 1"), 9);
    var failure = Runs.failure(run, "main", "java.lang.AssertionError", "n is 1", 9);
    var finding = new heddle.engine.Finding.LostUpdate("lost", "Gone.", "C.n", failure);
    var lanes = Lanes.of(run.fails(finding, 2));

    assertThat(actions(lanes)).contains("main: read n → 1 ×2");
    assertThat(lanes.hidden()).isZero();
  }

  @Test
  void a_deadlock_shows_who_took_which_lock_and_who_wants_which() {
    var lanes = Lanes.of(Runs.deadlock());

    assertThat(actions(lanes))
        .containsExactly(
            "Ann: lock lock1", "Bob: lock lock2", "Bob: wants lock1", "Ann: wants lock2");
    assertThat(lanes.memoryTitle()).isEqualTo("locks");
    assertThat(lanes.steps().stream().map(step -> step.memory().text()))
        .containsExactly("lock1: Ann", "lock2: Bob", "lock1: Ann", "lock2: Bob");
  }

  @Test
  void in_a_deadlock_bars_say_who_holds_and_who_is_blocked() {
    var last = Lanes.of(Runs.deadlock()).steps().getLast();

    assertThat(last.failing()).isTrue();
    assertThat(last.cells().get(0).bars()).containsExactly(Bar.HOLDS, Bar.BLOCKED);
    assertThat(last.cells().get(1).bars()).containsExactly(Bar.HOLDS, Bar.BLOCKED);
    assertThat(last.cells().get(1).text()).isEqualTo("wants lock1");
  }

  @Test
  void three_philosophers_need_six_rows() {
    assertThat(Lanes.of(Runs.philosophers(3)).steps()).hasSize(6);
  }

  @Test
  void nine_philosophers_fit_seven_rows_that_begin_and_end_the_ring() {
    var lanes = Lanes.of(Runs.philosophers(9));

    assertThat(lanes.steps()).hasSize(Lanes.STEPS_SHOWN);
    assertThat(actions(lanes)).first().isEqualTo("philosopher-1: lock fork-1");
    assertThat(actions(lanes)).last().isEqualTo("philosopher-9: wants fork-1");
  }

  @Test
  void a_failure_shows_what_other_threads_did_to_what_the_failing_one_used() {
    assertThat(actions(Lanes.of(Runs.poolWorker())))
        .containsExactly(
            "main: cache.put(\"a\", 1)",
            "pool-1-thread-1: cache.containsKey(\"a\") → true",
            "pool-1-thread-2: cache.remove(\"a\") → 1",
            "pool-1-thread-1: cache.get(\"a\") → null",
            "pool-1-thread-1: NullPointerException: Cannot invoke it");
  }

  @Test
  void the_result_of_a_call_is_not_taken_for_a_value_in_memory() {
    assertThat(Lanes.of(Runs.poolWorker()).memoryTitle()).isEmpty();
  }

  @Test
  void a_failure_without_shared_variables_shows_the_last_steps_of_its_thread() {
    var run =
        new Runs("Alone.java", "main", "worker")
            .event(0, new Operation.Starts(1), 2)
            .event(1, new Operation.Prints("working\n"), 4)
            .event(0, new Operation.Joins(1), 3)
            .event(1, new Operation.Throws("java.lang.ArithmeticException", "/ by zero"), 5);
    var fails = run.fails(Runs.failure(run, "worker", "ArithmeticException", "/ by zero", 5), 0);

    assertThat(actions(Lanes.of(fails)))
        .containsExactly("worker: print \"working\"", "worker: ArithmeticException: / by zero");
  }

  @Test
  void spins_fold_into_one_row_with_their_number() {
    var lanes = Lanes.of(Runs.spinning(37));

    assertThat(actions(lanes)).containsExactly("consumer: read ready → false ×37");
    assertThat(lanes.steps().getFirst().times()).isEqualTo(37);
  }

  @Test
  void a_loop_of_two_operations_folds_into_two_rows() {
    var run = new Runs("Spin.java", "main");
    for (int i = 0; i < 20; i++) {
      run.event(0, Runs.read("S.a", 0), 3).event(0, Runs.read("S.b", 1), 4);
    }
    run.event(0, new Operation.Exits(3), 5);
    var fails = run.fails(Runs.failure(run, "main", "X", "", 5), 0);

    assertThat(actions(Lanes.all(fails)))
        .containsExactly(
            "main: read a → 0 ×20", "main: read b → 1 ×20", "main: exit with status 3");
  }

  @Test
  void reads_that_see_a_change_do_not_fold() {
    var run =
        new Runs("Spin.java", "main")
            .event(0, Runs.read("S.a", 0), 3)
            .event(0, Runs.read("S.a", 1), 3)
            .event(0, new Operation.Exits(3), 5);
    var fails = run.fails(Runs.failure(run, "main", "X", "", 5), 0);

    assertThat(Lanes.all(fails).steps()).hasSize(3);
  }

  @Test
  void a_signal_to_nobody_is_shown_before_the_thread_that_waits_for_it() {
    assertThat(actions(Lanes.of(Runs.lostSignal())))
        .containsExactly("sender: notify mailbox → nobody waits", "receiver: waits for mailbox");
  }

  @Test
  void a_switch_is_a_row_between_steps_of_different_threads() {
    var rows = Lanes.of(Runs.deadlock()).rows();

    assertThat(rows.stream().filter(Row.Switch.class::isInstance))
        .containsExactly(new Row.Switch(2), new Row.Switch(1));
  }

  @Test
  void steps_left_out_are_counted_unless_threads_only_start_and_end() {
    var rows = Lanes.of(Runs.lostUpdate()).rows();

    assertThat(rows.stream().filter(Row.Fold.class::isInstance))
        .containsExactly(new Row.Fold(4, "… 4 steps of main"));
  }

  @Test
  void all_shows_every_step() {
    var fails = Runs.lostUpdate();

    assertThat(Lanes.all(fails).steps()).hasSameSizeAs(fails.trace().events());
    assertThat(Lanes.all(fails).hidden()).isZero();
  }

  @Test
  void threads_have_letters_and_shapes_and_main_has_its_own() {
    var columns = Lanes.of(Runs.eightThreads()).columns();

    assertThat(columns.stream().map(Column::letter))
        .startsWith("M", "A", "B")
        .doesNotHaveDuplicates();
    assertThat(columns.getFirst().isMain()).isTrue();
    assertThat(columns.get(1).isMain()).isFalse();
  }

  @Test
  void eight_threads_still_fit_seven_rows_with_the_cause_among_them() {
    var lanes = Lanes.of(Runs.eightThreads());

    assertThat(lanes.steps()).hasSize(Lanes.STEPS_SHOWN);
    assertThat(lanes.arrow().orElseThrow().label()).isEqualTo("overwrites w8's 7");
  }

  @Test
  void two_variables_of_the_same_short_name_are_told_apart() {
    var run =
        new Runs("Two.java", "main", "Ann")
            .event(1, Runs.write("Left.size", 0, 1), 3)
            .event(1, Runs.write("Right.size", 0, 2), 4)
            .event(0, Runs.read("Left.size", 1), 5)
            .event(0, Runs.read("Right.size", 2), 5)
            .event(0, new Operation.Throws("X", ""), 6);
    var fails = run.fails(Runs.failure(run, "main", "X", "", 6), 1);

    assertThat(actions(Lanes.of(fails))).contains("Ann: write Left.size ← 1");
  }

  @Test
  void an_empty_trace_gives_an_empty_table() {
    var run = new Runs("Empty.java", "main");

    assertThat(Lanes.of(run.fails(Runs.failure(run, "main", "X", "", 1), 0)).rows()).isEmpty();
    assertThat(Lanes.of(run.fails(livelock(), 0)).rows()).isEmpty();
  }

  private static heddle.engine.Finding livelock() {
    return new heddle.engine.Finding.Livelock("livelock", "Spins.", List.of());
  }

  @Test
  void the_cause_of_a_lost_wake_up_is_an_arrow_from_the_wait_to_the_signal() {
    Lanes lanes = Lanes.of(Runs.lostWakeUp());

    Lanes.Arrow arrow = lanes.arrow().orElseThrow();
    assertThat(arrow.label()).isEqualTo("missed this signal");
    assertThat(arrow.fromThread()).isEqualTo(0);
    assertThat(arrow.toThread()).isEqualTo(1);
    assertThat(arrow.toNumber()).isLessThan(arrow.fromNumber());
  }

  /** Returns what each step says, such as {@code Ann: read value → 0}. */
  private static List<String> actions(Lanes lanes) {
    return lanes.steps().stream()
        .map(step -> {
          int column = lanes.columnOf(step.thread());
          return lanes.columns().get(column).name() + ": " + step.cells().get(column).text();
        })
        .toList();
  }

  @Test
  void ten_thousand_events_are_drawn_with_two_seconds_of_processor_time() {
    var run = new Runs("Long.java", "main", "Ann", "Bob");
    for (int i = 0; i < 5_000; i++) {
      run.event(1 + i % 2, Runs.read("L.n", i), 4).event(1 + i % 2, Runs.write("L.n", i, i + 1), 4);
    }
    run.event(0, new Operation.Throws("X", ""), 9);
    Verdict.Fails fails = run.fails(Runs.failure(run, "main", "X", "", 9), 2);

    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    var text = new ReportText(true, 80, true).write(Runs.report(fails), _ -> "");
    var json = ReportJson.write(Runs.report(fails));
    var html = ReportHtml.write(Runs.report(fails), List.of(), _ -> "");
    long millis = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;

    assertThat(text.lines().count()).isGreaterThan(10_000);
    assertThat(json).contains("\"step\": 10001");
    assertThat(html).doesNotContain("id=\"all\"");
    // Ten times what it takes: it is to catch a loop within a loop, not to measure.
    assertThat(millis).isLessThan(2_000);
  }
}
