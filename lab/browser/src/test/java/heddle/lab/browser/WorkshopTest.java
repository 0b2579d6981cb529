package heddle.lab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person does in the workshop, and what it must be for everybody. */
class WorkshopTest {
  /** {@code -Dpictures=true} writes the pictures of the documentation anew. */
  private static final boolean PICTURES = Boolean.getBoolean("pictures");

  private static final int PRESSES = 15;

  /** Long enough for a machine that is busy with other things. */
  private static final double PATIENCE_MILLIS = 60_000;

  /** A bound for machines that do other things, too; bench/lab/presses.sh measures. */
  private static final double VERDICT_MILLIS_MAX = 5_000;

  private static final String ONE_READ =
      """
      import java.net.ServerSocket;
      import java.net.Socket;

      String heard;

      void serve(ServerSocket listener) {
        try (var socket = listener.accept()) {
          byte[] buffer = new byte[100];
          heard = new String(buffer, 0, socket.getInputStream().read(buffer));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      void main() throws Exception {
        var listener = new ServerSocket(0);
        var server = new Thread(() -> serve(listener), "server");
        server.start();
        try (var socket = new Socket("localhost", listener.getLocalPort())) {
          socket.getOutputStream().write("abc".getBytes());
        }
        server.join();
        assert heard.equals("abc") : "heard " + heard;
      }
      """;

  @SuppressWarnings("NullAway.Init") // by open()
  private static Workshop workshop;

  private static String axe = "";

  @BeforeAll
  static void open() throws IOException {
    workshop = Workshop.open();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    try (var script = WorkshopTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void close() {
    if (workshop != null) {
      List<String> complaints = workshop.complaints();
      workshop.close();
      assertThat(complaints).as("what browsers complained about").isEmpty();
    }
  }

  private static void picture(Page page, String name) {
    if (PICTURES) {
      page.waitForTimeout(400);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("../../docs/pictures/" + name + ".png")));
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void check(Page page) {
    button(page, "Check").click();
  }

  private static Locator verdict(Page page) {
    return page.locator(".side .verdict h2");
  }

  private static void type(Page page, String text) {
    page.locator(".cm-content").click();
    page.keyboard().press("Control+a");
    page.keyboard().insertText(text);
  }

  @Test
  void a_person_finds_mends_proves_passes_and_shares() {
    Page page = workshop.visitor(1280, 860, ColorScheme.LIGHT);
    picture(page, "course-map");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Race conditions")).click();
    page.getByLabel("1 or 2", new Page.GetByLabelOptions().setExact(true)).check();
    assertThat(page.locator(".choice .right")).containsText("right");
    picture(page, "chapter");
    button(page, "Next: run").click();
    button(page, "Run once").click();
    verdict(page).waitFor();
    check(page);
    assertThat(verdict(page)).containsText("Lost update on Counter.value");
    assertThat(page.locator("hd-lanes tr.step:not(.later)").last()).containsText("AssertionError");
    Workshop.go(page, "#/workshop");
    check(page);
    assertThat(verdict(page)).containsText("Lost update");
    picture(page, "failing-run-light");
    page.locator("body").press("x");
    button(page, "Share").click();
    assertThat(page.locator(".toast")).containsText("Link copied");
    String link = (String) page.evaluate("navigator.clipboard.readText()");
    String text = (String) page.evaluate("document.querySelector('hd-bench').sources()[0].text");
    type(page, text.replace("static void increment", "static synchronized void increment"));
    check(page);
    assertThat(verdict(page)).containsText("interleavings pass");
    picture(page, "proof");

    Page other = workshop.visitor(1280, 860, ColorScheme.LIGHT);
    other.navigate(link);
    assertThat(verdict(other)).containsText("Lost update on Counter.value");
    assertThat(other.locator(".position")).containsText("4 / ");
  }

  @Test
  void an_exercise_is_done_by_keyboard_alone() {
    Page page = workshop.visitor(1280, 900, ColorScheme.LIGHT);
    Workshop.go(page, "#/exercise/03-race-conditions/counter");
    page.waitForSelector(".rubric");
    press(page, "Judge my solution");
    assertThat(page.locator(".rubric li.failed").first()).isVisible();
    assertThat(verdict(page)).containsText("Lost update");
    picture(page, "exercise-rubric");
    for (int i = 0; i < 60 && !focused(page, ".cm-content"); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Control+a");
    page.keyboard()
        .insertText(
            """
            class Counter {
              private int value;

              synchronized void increment() {
                value++;
              }

              synchronized int value() {
                return value;
              }
            }
            """);
    page.keyboard().press("Escape");
    for (int i = 0; i < 60 && !focusedOn(page, "Judge my solution"); i++) {
      page.keyboard().press("Shift+Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator(".rubric li.passed")).hasCount(4);
    assertThat(page.getByText("Full marks")).isVisible();
  }

  private static void press(Page page, String button) {
    for (int i = 0; i < 60 && !focusedOn(page, button); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
  }

  private static boolean focusedOn(Page page, String text) {
    return page.evaluate("document.activeElement.textContent.trim()").equals(text);
  }

  private static boolean focused(Page page, String selector) {
    return Boolean.TRUE.equals(
        page.evaluate("selector => document.activeElement.matches(selector)", selector));
  }

  @Test
  void axe_finds_nothing_on_any_screen_in_both_themes_at_three_widths() {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 390, 320)) {
        Page page = workshop.visitor(width, 860, scheme);
        String where = scheme + " " + width;
        found.addAll(violations(page, where + " map"));
        Workshop.go(page, "#/chapter/07-deadlock");
        page.waitForSelector(".cm-content");
        found.addAll(violations(page, where + " chapter"));
        check(page);
        page.waitForSelector("hd-lanes table");
        found.addAll(violations(page, where + " deadlock"));
        if (width == 390) {
          picture(page, "failing-run-phone");
        }
        Workshop.go(page, "#/exercise/05-producer-consumer/bounded-buffer");
        page.waitForSelector(".rubric");
        found.addAll(violations(page, where + " exercise"));
        boolean wide = (Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth");
        if (wide) {
          found.add(where + ": the page is wider than the screen");
        }
        page.context().close();
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<String> violations(Page page, String where) {
    page.evaluate(axe);
    Object found =
        page.evaluate(
            """
            async () => (await axe.run()).violations.flatMap((rule) =>
              rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`))
            """);
    return ((List<?>) found).stream().map(one -> where + ": " + one).toList();
  }

  @Test
  void the_dark_theme_shows_a_deadlock_with_its_ring() {
    Page page = workshop.visitor(1280, 860, ColorScheme.DARK);
    Workshop.go(page, "#/chapter/07-deadlock/2");
    page.waitForSelector(".cm-content");
    check(page);
    assertThat(verdict(page)).containsText("Deadlock");
    assertThat(page.locator("svg.ring")).isVisible();
    picture(page, "failing-run-dark");
  }

  @Test
  void messages_are_a_sequence_diagram_that_shows_the_same_step_as_the_lanes() {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 390, 320)) {
        Page page = workshop.visitor(width, 860, scheme);
        Workshop.go(page, "#/workshop");
        page.waitForSelector(".cm-content");
        type(page, ONE_READ);
        check(page);
        assertThat(verdict(page)).containsText("Message assumed to arrive in one read");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Messages")).click();
        assertThat(page.locator("svg.sequence .part .label")).hasCount(1);
        page.locator("body").press("x");
        assertThat(page.locator(".says")).containsText("main sends");
        if (width == 1280 && scheme == ColorScheme.LIGHT) {
          picture(page, "messages");
        }
        page.locator("body").press("Home");
        assertThat(page.locator(".says")).containsText("main asks for a connection to server");
        found.addAll(violations(page, scheme + " " + width + " messages"));
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) {
          found.add(width + ": the page is wider than the screen");
        }
        String row = page.locator("svg.sequence .step").first().textContent();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Lanes")).click();
        assertThat(page.locator("hd-lanes tr.now th")).hasText(row);
        page.context().close();
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void stepping_through_ten_thousand_steps_stays_under_a_frame() {
    Page page = workshop.visitor(1280, 860, ColorScheme.LIGHT);
    Workshop.go(page, "#/workshop");
    check(page);
    page.waitForSelector("hd-lanes table");
    double millis =
        ((Number)
                page.evaluate(
                    """
                    async () => {
                      const lanes = document.querySelector("hd-lanes");
                      const model = lanes.report.lanes.rows.filter((row) => row.row === "step")[0];
                      const rows = Array.from({ length: 10000 }, (_, i) => ({ ...model, number: i + 1, step: i + 1 }));
                      lanes.report = { ...lanes.report, events: [], everyStep: undefined,
                        lanes: { ...lanes.report.lanes, arrow: undefined, rows } };
                      await lanes.updateComplete;
                      const batches = [];
                      for (let batch = 0; batch < 8; batch++) {
                        const start = performance.now();
                        for (let i = 0; i < 25; i++) {
                          lanes.key("ArrowLeft");
                        }
                        batches.push((performance.now() - start) / 25);
                      }
                      return Math.min(...batches); // the least disturbed by whatever else runs
                    }
                    """))
            .doubleValue();

    assertThat(millis).as("milliseconds a step").isLessThan(16);
  }

  @Test
  void the_verdict_on_a_chapters_program_comes_soon_after_the_press() {
    Page page = workshop.visitor(1280, 860, ColorScheme.LIGHT);
    Workshop.go(page, "#/chapter/03-race-conditions");
    page.waitForSelector(".cm-content");
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < PRESSES; i++) {
      page.waitForTimeout(1_000); // as long as a person looks; meanwhile a JVM gets ready
      Object took =
          page.evaluate(
              """
              () => new Promise((resolve) => {
                const bench = document.querySelector("hd-bench");
                const start = performance.now();
                bench.addEventListener("verdict", () => resolve(performance.now() - start), { once: true });
                bench.check();
              })
              """);
      millis.add(((Number) took).doubleValue());
    }
    Collections.sort(millis);
    double median = millis.get(PRESSES / 2);

    System.getLogger("heddle.lab.browser")
        .log(System.Logger.Level.INFO, "press to verdict, milliseconds: {0}", millis);
    assertThat(median).as("median of %s", millis).isLessThan(VERDICT_MILLIS_MAX);
  }

  @Test
  void progress_goes_out_and_comes_back() throws IOException {
    Page page = workshop.visitor(1280, 860, ColorScheme.LIGHT);
    Workshop.go(page, "#/chapter/01-threads-and-processes");
    page.waitForSelector(".screen");
    Workshop.go(page, "#/map");
    var download = page.waitForDownload(() -> button(page, "Export progress").click());

    Page other = workshop.visitor(1280, 860, ColorScheme.LIGHT);
    assertThat(other.getByText("1 of 5 screens read")).hasCount(0);
    other.locator("input[type=file]").setInputFiles(download.path());
    assertThat(other.getByText("1 of 5 screens read")).hasCount(1);
    assertThat(Map.of("file", download.suggestedFilename())).containsValue("heddle-progress.json");
  }
}
