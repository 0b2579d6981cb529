package heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Liberty;
import heddle.engine.Place;
import heddle.engine.Report;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import heddle.engine.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeddleTest {
  private static final String PROGRAM = "class A { public static void main(String[] a) {} }";

  @TempDir Path folder = Path.of(".");
  private Shell shell = new Shell(folder);

  @BeforeEach
  void aProgram() throws IOException {
    shell = new Shell(folder).file("A.java", PROGRAM);
  }

  @Test
  void all_pass_exits_with_0() {
    assertThat(shell.heddle("check", "DIR/A.java")).isEqualTo(0);
    assertThat(shell.output()).isEqualTo("✔ all 20 interleavings pass\n");
    assertThat(shell.errors()).isEmpty();
  }

  @Test
  void nothing_found_exits_with_0() {
    shell.answers(new Verdict.NothingFound(0, -1));

    assertThat(shell.heddle("check", "DIR/A.java")).isEqualTo(0);
    assertThat(shell.output()).startsWith("– nothing found in 20 executions");
  }

  @Test
  void a_finding_exits_with_1_and_says_how_to_replay_it() {
    shell.answers(Shell.failing());

    assertThat(shell.heddle("check", "DIR/A.java", "x", "two words", "it's")).isEqualTo(1);
    assertThat(shell.output())
        .startsWith("✖ fails: AssertionError in main (execution 3, seed 1, 2 switches)\n")
        .contains(
            "  replay: ./heddle replay DIR/A.java --schedule s:0-1.3 x 'two words' 'it'\\''s'\n");
  }

  @Test
  void the_replay_line_repeats_the_seed_the_class_path_and_dashed_arguments() {
    shell.answers(Shell.failing());

    shell.heddle("check", "--seed", "7", "-cp", "DIR", "DIR/A.java", "--", "--fast");

    assertThat(shell.output())
        .contains("./heddle replay -cp DIR DIR/A.java --schedule s:0-1.3 --seed 7 -- --fast\n");
  }

  @Test
  void not_controllable_exits_with_3() {
    shell.answers(
        new Verdict.NotControllable(
            List.of(new Verdict.Escape("starts a process", new Place("A.java", 3, "main")))));

    assertThat(shell.heddle("check", "DIR/A.java")).isEqualTo(3);
    assertThat(shell.output()).isEqualTo("⚠ not controllable: starts a process (A.java:3)\n");
  }

  @Test
  void options_reach_the_engine() {
    shell.heddle(
        "check",
        "DIR/A.java",
        "--time",
        "1.5m",
        "--executions",
        "20k",
        "--steps",
        "1_000",
        "--strategy",
        "pct",
        "--clock",
        "Strict",
        "--seed",
        "42",
        "--steps-per-execution",
        "99");

    var settings = shell.settings.getFirst();
    assertThat(settings.budget().time()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.budget().executions()).isEqualTo(20_000);
    assertThat(settings.budget().steps()).isEqualTo(1_000);
    assertThat(settings.strategy()).isEqualTo(StrategyKind.PCT);
    assertThat(settings.time()).isEqualTo(TimePolicy.STRICT);
    assertThat(settings.seed()).isEqualTo(42);
    assertThat(settings.stepsPerExecution()).isEqualTo(99);
  }

  @Test
  void liberties_reach_the_engine_when_they_are_asked_for() {
    shell.heddle("check", "DIR/A.java", "--spurious-wake-ups", "--stale-reads");
    shell.heddle("check", "DIR/A.java");

    assertThat(shell.settings.getFirst().liberties())
        .containsExactly(Liberty.SPURIOUS_WAKE_UPS, Liberty.STALE_READS);
    assertThat(shell.settings.getLast().liberties()).isEmpty();
  }

  @Test
  void arguments_and_input_reach_the_program() {
    shell.input = "line\n";

    shell.heddle("check", "DIR/A.java", "one", "--", "--two");

    assertThat(shell.programs.getFirst().arguments()).containsExactly("one", "--two");
    assertThat(shell.programs.getFirst().input()).asString().isEqualTo("line\n");
  }

  @Test
  void on_a_terminal_the_input_is_empty() {
    shell.input = "typed";
    shell.terminals = "012";

    shell.heddle("check", "DIR/A.java");

    assertThat(shell.programs.getFirst().input()).isEmpty();
  }

  @Test
  void run_executes_once_and_prints_what_the_program_printed() {
    shell.answers(
        new Report(new Verdict.NothingFound(0, -1), 1, 9, 1, 5, "random walk", "hello", List.of()));

    assertThat(shell.heddle("run", "--seed", "5", "DIR/A.java")).isEqualTo(0);
    assertThat(shell.output()).isEqualTo("hello\n✔ this execution passes (seed 5)\n");
    assertThat(shell.settings.getFirst().budget().executions()).isEqualTo(1);
    assertThat(shell.settings.getFirst().strategy()).isEqualTo(StrategyKind.RANDOM);
  }

  @Test
  void run_passes_control_characters_to_a_pipe_but_not_to_a_terminal() {
    var report =
        new Report(new Verdict.NothingFound(0, -1), 1, 9, 1, 1, "x", "\u001b[2J\n", List.of());
    shell.answers(report).heddle("run", "DIR/A.java");
    assertThat(shell.output()).startsWith("\u001b[2J");

    var person = new Shell(folder).answers(report);
    person.terminals = "12";
    person.heddle("run", "DIR/A.java");
    assertThat(person.output()).startsWith("\\u001b[2J").doesNotContain("\u001b");
  }

  @Test
  void replay_runs_the_schedule_it_was_given() {
    shell.answers(Shell.failing());

    assertThat(shell.heddle("replay", "DIR/A.java", "--schedule", "s:0-1.3")).isEqualTo(1);
    assertThat(shell.settings.getFirst().schedule().orElseThrow().text()).isEqualTo("s:0-1.3");
  }

  @Test
  void a_replay_that_passes_says_so() {
    shell.heddle("replay", "DIR/A.java", "--schedule", "s:0");

    assertThat(shell.output()).isEqualTo("✔ under this schedule it passes\n");
  }

  @Test
  void json_and_html_are_written_beside_the_text() throws IOException {
    shell.answers(Shell.failing());

    assertThat(shell.heddle("check", "DIR/A.java", "--json", "DIR/a.json", "--html", "DIR/a.html"))
        .isEqualTo(1);
    assertThat(Files.readString(folder.resolve("a.json"))).contains("\"verdict\": \"fails\"");
    assertThat(Files.readString(folder.resolve("a.html")))
        .contains("AssertionError in main")
        .contains("public static void main");
  }

  @Test
  void colours_need_a_terminal_or_a_wish() {
    shell.answers(Shell.failing()).heddle("check", "DIR/A.java");
    assertThat(shell.output()).doesNotContain("\u001b");

    shell.heddle("check", "DIR/A.java", "--color", "always");
    assertThat(shell.output()).contains("\u001b[1;31m✖");
  }

  @Test
  void no_color_is_obeyed_on_a_terminal() {
    shell.terminals = "012";
    shell.environment = Map.of("TERM", "xterm", "NO_COLOR", "1");

    shell.answers(Shell.failing()).heddle("check", "DIR/A.java");

    assertThat(shell.output()).doesNotContain("\u001b");
  }

  @Test
  void a_progress_bar_is_drawn_on_a_terminal_and_taken_away() {
    shell.terminals = "2";

    shell.heddle("check", "DIR/A.java");

    assertThat(shell.errors())
        .contains("█████░░░░░░░░░░░░░░░  exhaustive  1,000 executions, 2,000/s, 25.0 % explored")
        .endsWith("\r\u001b[K");
  }

  @Test
  void nothing_of_the_kind_is_drawn_into_a_pipe() {
    shell.heddle("check", "DIR/A.java");

    assertThat(shell.errors()).isEmpty();
  }

  @Test
  void help_lists_commands_options_and_exit_codes() {
    assertThat(shell.heddle("--help")).isEqualTo(0);
    assertThat(shell.output()).contains("check", "run", "replay", "Exit codes:");

    assertThat(shell.heddle("help", "check")).isEqualTo(0);
    assertThat(shell.output()).contains("--strategy", "--schedule", "--clock");
  }
}
