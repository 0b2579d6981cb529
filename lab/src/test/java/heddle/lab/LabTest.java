package heddle.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The workshop's server as a browser meets it. */
class LabTest {
  private static final String LOST_UPDATE =
      """
      class Counter {
        static int value;
        public static void main(String[] a) throws Exception {
          var ann = new Thread(() -> value++);
          var bob = new Thread(() -> value++);
          ann.start(); bob.start(); ann.join(); bob.join();
          assert value == 2;
        }
      }
      """;

  @SuppressWarnings("NullAway.Init") // by open()
  private static Lab lab;

  @SuppressWarnings("NullAway.Init") // by open()
  private static URI root;

  @BeforeAll
  static void open() throws IOException {
    lab = Lab.open(0, Optional.empty());
    root = URI.create(lab.address()).resolve("/");
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  private static HttpClient browser() throws Exception {
    var browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    var page = browser.send(HttpRequest.newBuilder(URI.create(lab.address())).build(), text());
    assertThat(page.statusCode()).isEqualTo(200);
    return browser;
  }

  private static HttpResponse.BodyHandler<String> text() {
    return BodyHandlers.ofString();
  }

  private static HttpRequest.Builder post(String path, String body) {
    String origin = root.toString().replaceFirst("/$", "");
    return HttpRequest.newBuilder(root.resolve(path))
        .header("Content-Type", "application/json")
        .header("Origin", origin)
        .POST(BodyPublishers.ofString(body));
  }

  private static String program(String name, String source) {
    JsonObject file = new JsonObject();
    file.addProperty("name", name);
    file.addProperty("text", source);
    JsonArray files = new JsonArray();
    files.add(file);
    JsonObject body = new JsonObject();
    body.add("files", files);
    return body.toString();
  }

  private static List<JsonObject> lines(String body) {
    return body.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  private static JsonObject check(HttpClient browser, String source) throws Exception {
    var answer = browser.send(post("/api/check", program("Counter.java", source)).build(), text());
    assertThat(answer.statusCode()).isEqualTo(200);
    return lines(answer.body()).getLast();
  }

  @Test
  void a_program_is_checked_and_the_report_comes_as_the_last_line() throws Exception {
    JsonObject last = check(browser(), LOST_UPDATE);

    assertThat(last.get("told").getAsString()).isEqualTo("done");
    JsonObject report = last.getAsJsonObject("report");
    assertThat(report.get("verdict").getAsString()).isEqualTo("fails");
    assertThat(report.getAsJsonObject("finding").get("kind").getAsString()).isEqualTo("lostUpdate");
  }

  @Test
  void what_does_not_compile_is_told_with_its_places() throws Exception {
    JsonObject last = check(browser(), "class Counter { int x = ; }");

    assertThat(last.get("told").getAsString()).isEqualTo("rejected");
    assertThat(last.getAsJsonArray("problems")).isNotEmpty();
  }

  @Test
  void a_program_that_fills_the_memory_leaves_the_workshop_as_it_was() throws Exception {
    var browser = browser();
    JsonObject last =
        check(
            browser,
            """
            class Counter { public static void main(String[] a) {
              var all = new java.util.ArrayList<byte[]>();
              while (true) { all.add(new byte[1 << 20]); } } }
            """);

    assertThat(last.get("told").getAsString()).isIn("failed", "done");
    assertThat(check(browser, LOST_UPDATE).get("told").getAsString()).isEqualTo("done");
  }

  @Test
  void without_the_token_nothing_is_shown_and_nothing_runs() throws Exception {
    var stranger = HttpClient.newHttpClient();

    var page = stranger.send(HttpRequest.newBuilder(root).build(), text());
    var api = stranger.send(post("/api/check", program("A.java", "class A {}")).build(), text());

    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body()).contains("needs its key");
    assertThat(api.statusCode()).isEqualTo(401);
  }

  @Test
  void another_origin_may_not_post() throws Exception {
    var browser = browser();
    var foreign =
        HttpRequest.newBuilder(root.resolve("/api/check"))
            .header("Content-Type", "application/json")
            .header("Origin", "http://evil.example")
            .POST(BodyPublishers.ofString(program("A.java", "class A {}")))
            .build();

    assertThat(browser.send(foreign, text()).statusCode()).isEqualTo(403);
  }

  @Test
  void another_host_name_that_resolves_to_this_machine_is_refused() throws IOException {
    try (var socket = new Socket(root.getHost(), root.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void pages_forbid_scripts_and_frames_of_others() throws Exception {
    var page = browser().send(HttpRequest.newBuilder(root).build(), text());

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for");
    assertThat(page.body()).contains("\"lit\"").contains("@codemirror/view");
  }

  @Test
  void files_outside_the_web_folder_are_not_served() throws Exception {
    var browser = browser();
    for (String path : List.of("/web/../Lab.class", "/web/%2e%2e/Lab.class", "/_static/..%2f")) {
      var answer =
          browser.send(
              HttpRequest.newBuilder(URI.create(root + path.substring(1))).build(), text());

      assertThat(answer.statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void the_course_comes_without_verdicts_and_solutions() throws Exception {
    var browser = browser();
    var map = browser.send(HttpRequest.newBuilder(root.resolve("/api/course")).build(), text());
    String chapter =
        JsonParser.parseString(map.body())
            .getAsJsonObject()
            .getAsJsonArray("chapters")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();
    var text =
        browser.send(
            HttpRequest.newBuilder(root.resolve("/api/chapter/" + chapter)).build(), text());

    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.body()).doesNotContain("// verdict").contains("\"step\":\"predict\"");
  }

  @Test
  void five_browsers_at_once_are_all_served() throws Exception {
    List<HttpClient> browsers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      browsers.add(browser());
    }
    try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          presses.invokeAll(
              browsers.stream()
                  .map(browser ->
                      (java.util.concurrent.Callable<String>)
                          () -> check(browser, LOST_UPDATE).get("told").getAsString())
                  .toList());
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo("done");
      }
    }
  }
}
