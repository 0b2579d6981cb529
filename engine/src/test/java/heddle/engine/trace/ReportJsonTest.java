package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Report;
import heddle.engine.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {
  @Test
  void a_verdict_without_a_failure_is_a_flat_object() {
    var report =
        new Report(
            new Verdict.AllPass(20, false, false),
            20,
            140,
            5_000_000,
            1,
            "exhaustive",
            "hi\n",
            List.of());

    assertThat(ReportJson.write(report))
        .isEqualTo(
            """
            {
              "format": 1,
              "verdict": "allPass",
              "executions": 20,
              "steps": 140,
              "nanos": 5000000,
              "seed": 1,
              "strategy": "exhaustive",
              "output": "hi\\n",
              "notes": [],
              "outcomes": [],
              "allOutcomes": false,
              "interleavings": 20,
              "reduced": false,
              "proved": false
            }
            """);
  }

  @Test
  void every_character_is_escaped_as_rfc_8259_asks() {
    var json = new JsonWriter().value("\"\\/\b\n\t\r\u0000\u001f\u007f\u009b\uD83D 漢 😀");

    assertThat(json.toString())
        .isEqualTo("\"\\\"\\\\/\\u0008\\n\\t\\r\\u0000\\u001f\\u007f\\u009b\\ud83d 漢 😀\"");
  }

  @Test
  void a_failure_carries_the_finding_the_threads_the_events_and_the_lanes() {
    String json = ReportJson.write(Runs.report(Runs.lostUpdate()));

    assertThat(json)
        .contains("\"kind\": \"lostUpdate\"")
        .contains("\"schedule\": \"s:1.2-2-1\"")
        .contains("\"operation\": \"write\"")
        .contains("\"label\": \"overwrites Bob's 1\"")
        .contains("\"text\": \"still holds 0 (old)\"");
  }

  @Test
  void every_kind_of_run_gives_json_that_a_strict_reader_accepts() {
    for (Verdict.Fails run :
        List.of(
            Runs.lostUpdate(),
            Runs.lostUpdate("\u0000\"<script>", "\uD83D", "C.\\"),
            Runs.deadlock(),
            Runs.philosophers(3),
            Runs.poolWorker(),
            Runs.spinning(3),
            Runs.lostSignal())) {
      new JsonReader(ReportJson.write(Runs.report(run))).readAll();
    }
  }

  @Test
  void a_finding_whose_cause_has_a_name_carries_it_with_the_steps_that_prove_it() {
    String json = ReportJson.write(Runs.report(Runs.lostWakeUp()));

    assertThat(json)
        .contains("\"kind\": \"deadlock\"")
        .containsPattern("\"cause\": \\{\\s*\"kind\": \"lost-wake-up\"")
        .containsPattern("\"steps\": \\[\\s*3,\\s*6\\s*]");
  }

  @Test
  void a_finding_whose_cause_has_no_name_has_no_such_member() {
    assertThat(ReportJson.write(Runs.report(Runs.lostUpdate()))).doesNotContain("\"cause\"");
  }
}
