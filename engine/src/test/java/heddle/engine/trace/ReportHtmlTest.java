package heddle.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Report;
import heddle.engine.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportHtmlTest {
  @TempDir Path sources = Path.of(".");

  private String page(Verdict verdict) {
    return ReportHtml.write(
        Runs.report(verdict), List.of(sources), schedule -> "heddle replay --schedule " + schedule);
  }

  @Test
  void the_page_refers_to_nothing_outside_itself() {
    assertThat(page(Runs.lostUpdate()))
        .doesNotContain("src=")
        .doesNotContain("href=")
        .doesNotContain("@import")
        .contains("default-src 'none'");
  }

  @Test
  void the_policy_allows_no_inline_style_so_there_is_none() {
    assertThat(page(Runs.deadlock())).doesNotContain(" style=").doesNotContain("unsafe-inline");
  }

  @Test
  void text_of_the_program_can_not_become_markup() {
    String page =
        page(Runs.lostUpdate("<script>alert(1)</script>", "\"><img onerror=x>", "C.<b>&'value"));

    assertThat(page)
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("<b>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&lt;b&gt;&amp;&#39;value");
  }

  @Test
  void output_of_the_program_can_not_become_markup() {
    var report =
        new Report(
            Runs.deadlock(), 1, 1, 1, 1, "x", "</pre><script>alert(1)</script>\u001b", List.of());

    assertThat(ReportHtml.write(report, List.of(), _ -> ""))
        .contains("&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u001b")
        .doesNotContain("\u001b");
  }

  @Test
  void source_lines_are_shown_where_the_file_is_at_hand() throws IOException {
    Path folder = Files.createDirectories(sources.resolve("a/b"));
    Files.writeString(
        folder.resolve("Counter.java"), "class Counter {\n  int a = 1 < 2 ? 1 : 0;\n}\n");

    assertThat(page(Runs.lostUpdate())).contains("int a = 1 &lt; 2 ? 1 : 0;");
  }

  @Test
  void a_page_without_sources_is_whole_too() {
    assertThat(page(Runs.lostUpdate()))
        .contains("overwrites Bob&#39;s 1")
        .doesNotContain("class=\"panel source\"");
  }

  @Test
  void a_deadlock_has_a_ring_with_an_edge_for_each_want_and_each_hold() {
    String page = page(Runs.philosophers(3));

    assertThat(page.split("class=\"wants\"", -1)).hasSize(4);
    assertThat(page.split("class=\"held\"", -1)).hasSize(4);
  }

  @Test
  void a_ring_too_large_to_read_is_said_in_words_alone() {
    assertThat(page(Runs.philosophers(9)))
        .doesNotContain("class=\"ring\"")
        .contains("philosopher-9 waits for fork-1, held by philosopher-1.");
  }

  @Test
  void a_verdict_without_a_failure_has_a_page_without_lanes() {
    assertThat(page(new Verdict.AllPass(20, false)))
        .contains("all 20 interleavings pass")
        .doesNotContain("<table");
  }
}
