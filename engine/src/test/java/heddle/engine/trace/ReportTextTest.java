package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Outcome;
import heddle.engine.Outcomes;
import heddle.engine.Place;
import heddle.engine.Report;
import heddle.engine.Schedule;
import heddle.engine.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTextTest {
  private static String plain(Verdict verdict) {
    return text(Runs.report(verdict), 80);
  }

  private static String text(Report report, int columns) {
    return new ReportText(false, columns, false)
        .write(report, schedule -> "./heddle replay Counter.java --schedule " + schedule);
  }

  @Test
  void a_lost_update_reads_as_the_guide_shows_it() {
    assertThat(plain(Runs.lostUpdate()))
        .isEqualTo(
            """
            ✖ fails: lost update on Counter.value (execution 3, seed 1, 2 switches)
              Ann read 0, then waited. Bob wrote 1 meanwhile. Ann then wrote 1 over it, so
              Bob's update is gone.

              step M main         A Ann                  B Bob               value in memory
              ──────────────────────────────────────────────────────────────────────────────
                   … 4 steps of main
               1                  ┆ read value → 0                           0
              ───────────────────────────────────────────────────────────────── now Bob runs
               2                  ┆ still holds 0        read value → 0      0
               3                  ┆ still holds 0 (old)  write value ← 1     [1]
              ───────────────────────────────────────────────────────────────── now Ann runs
               4                  ┆ write value ← 1 ──overwrites Bob's 1──^  1 (Bob) → [1]
              ──────────────────────────────────────────────────────────────── now main runs
               5   read value → 1                                            1
               6   ✖ AssertionError: value is 1                              1
              (7 other steps are not shown: --all shows them)

              replay: ./heddle replay Counter.java --schedule s:1.2-2-1
            """);
  }

  @Test
  void a_deadlock_names_what_each_thread_holds_and_wants() {
    assertThat(plain(Runs.deadlock()))
        .contains("Ann holds lock1 (Transfer.java:5), waits for lock2 (Transfer.java:6), held")
        .contains(" 4   ┃╎ ✖ wants lock2  ┃╎ wants lock1  lock2: Bob");
  }

  @Test
  void an_arrow_to_the_left_points_to_the_left() {
    var run =
        new Runs("C.java", "main", "Ann", "Bob")
            .event(2, Runs.read("C.n", 0), 4)
            .event(1, Runs.read("C.n", 0), 4)
            .event(1, Runs.write("C.n", 0, 1), 4)
            .event(2, Runs.write("C.n", 1, 1), 4);
    var failure = Runs.failure(run, "main", "X", "", 9);
    var fails = run.fails(new heddle.engine.Finding.LostUpdate("lost", "Gone.", "C.n", failure), 2);

    assertThat(plain(fails)).containsPattern("4 +\\^──overwrites Ann's 1─+ +┆ ✖ write n ← 1");
  }

  @Test
  void no_line_of_a_table_is_wider_than_asked() {
    var runs =
        List.of(
            Runs.lostUpdate(),
            Runs.deadlock(),
            Runs.philosophers(3),
            Runs.philosophers(9),
            Runs.poolWorker(),
            Runs.eightThreads(),
            Runs.spinning(37),
            Runs.lostSignal(),
            Runs.lostUpdate("漢字漢字漢字漢字", "🦊🦊🦊🦊🦊🦊🦊🦊🦊", "C." + "x".repeat(200)));
    for (Verdict.Fails run : runs) {
      for (int columns : List.of(40, 60, 80, 120)) {
        var lanes = LanesText.draw(Lanes.of(run), Ink.PLAIN, columns);
        assertThat(lanes).allMatch(line -> Printable.width(line) <= columns);
      }
    }
  }

  @Test
  void many_threads_turn_the_lanes_into_a_list() {
    assertThat(plain(Runs.eightThreads()))
        .contains("step thread  what it does  [sum in memory]")
        .contains(" 6   A w1    write sum ← 1  [7 (w8) → 1]")
        .contains("^ overwrites w8's 7");
  }

  @Test
  void control_characters_of_the_program_never_reach_the_terminal() {
    var fails = Runs.lostUpdate("Ann\u001b[2J\u0007", "Bob\u202e\u009b31m\n", "C.\u001bvalue");
    var report =
        new Report(
            fails,
            1,
            1,
            1,
            1,
            "random walk",
            "out\u001b]0;title\u0007\r\n\ttab",
            List.of("\u001b"));
    String text = text(report, 80);

    assertThat(text.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
    assertThat(text).doesNotContain("\u202e").contains("\\u001b[2J\\u0007");
  }

  @Test
  void outcomes_stand_below_the_verdict_with_their_counts_and_schedules() {
    var counted =
        new Report(
            new Verdict.AllPass(20, false, true),
            20,
            1,
            1,
            1,
            "exhaustive",
            "",
            List.of(),
            new Outcomes(
                List.of(
                    new Outcome("2\n\u001b[2J", "", 14, new Schedule("s:0-1-2-0")),
                    new Outcome("", "deadlock: Ann waits", 6, new Schedule("s:0-2-1"))),
                true));

    assertThat(text(counted, 60))
        .endsWith(
            """
              2 outcomes; no interleaving has another:
                14 × ✔ prints 2 ⏎ \\u001b[2J                    s:0-1-2-0
                 6 × ✖ deadlock: Ann waits                       s:0-2-1
            """);
  }

  @Test
  void colours_add_nothing_but_colour() {
    var report = Runs.report(Runs.lostUpdate());
    var coloured = new ReportText(true, 80, false).write(report, _ -> "replay");
    var plain = new ReportText(false, 80, false).write(report, _ -> "replay");

    assertThat(coloured).contains("\u001b[1;31m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(plain);
  }

  @Test
  void all_pass_gives_the_number_of_interleavings() {
    assertThat(plain(new Verdict.AllPass(12_870, false, false)))
        .isEqualTo("✔ all 12,870 interleavings pass\n");
    assertThat(plain(new Verdict.AllPass(1, false, false)))
        .isEqualTo("✔ the only interleaving passes\n");
  }

  @Test
  void nothing_found_says_how_much_was_tried() {
    var report =
        new Report(
            new Verdict.NothingFound(0.031, -1),
            1_234_567,
            9,
            10_040_000_000L,
            7,
            "PCT",
            "",
            List.of());

    assertThat(text(report, 80))
        .isEqualTo(
            """
            – nothing found in 1,234,567 executions (10.0 s, seed 7, PCT, about 3.1 % of all
            interleavings)
            """);
  }

  @Test
  void a_share_is_never_rounded_to_nothing_or_to_everything() {
    var tiny = new Report(new Verdict.NothingFound(1e-9, -1), 1, 1, 1, 1, "PCT", "", List.of());
    var nearly = new Report(new Verdict.NothingFound(0.9999, -1), 1, 1, 1, 1, "PCT", "", List.of());

    assertThat(text(tiny, 80)).contains("less than 0.1 %");
    assertThat(text(nearly, 80)).contains("99 %").doesNotContain("100 %");
  }

  @Test
  void not_controllable_names_each_escape_and_its_place() {
    var verdict =
        new Verdict.NotControllable(
            List.of(
                new Verdict.Escape("opens a file", new Place("A.java", 3, "main")),
                new Verdict.Escape("starts a process", Place.UNKNOWN)));

    assertThat(plain(verdict))
        .isEqualTo("⚠ not controllable: opens a file (A.java:3)\n  starts a process\n");
  }

  @Test
  void a_program_right_only_thanks_to_sleep_is_called_so() {
    var fails = Runs.lostUpdate();
    var slept =
        new Verdict.Fails(
            fails.finding(), fails.schedule(), fails.trace(), fails.execution(), 2, true);

    assertThat(plain(slept)).contains("right only thanks to sleep");
    assertThat(plain(fails)).doesNotContain("sleep");
  }

  @Test
  void long_output_is_cut_and_says_so() {
    var report =
        new Report(Runs.lostUpdate(), 1, 1, 1, 1, "exhaustive", "line\n".repeat(30), List.of());

    assertThat(text(report, 80)).contains("│ line").contains("… 22 more lines");
  }
}
