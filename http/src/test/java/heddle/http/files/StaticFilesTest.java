package heddle.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.http.server.HttpServer;
import heddle.http.server.RawClient;
import heddle.http.server.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
  private static final Instant CHANGED = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path outside;
  private Path root;
  private HttpServer server;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    root = Files.createDirectory(outside.resolve("public"));
    write("index.html", "<h1>home</h1>");
    write("digits.bin", "0123456789");
    write("sub/page.html", "<p>page</p>");
    write("list/a b&c.txt", "x");
    write(".secret", "hidden");
    Files.writeString(outside.resolve("password"), "secret");
    Files.createSymbolicLink(root.resolve("out"), outside.resolve("password"));
    Files.createSymbolicLink(root.resolve("up"), outside);
    Files.createSymbolicLink(root.resolve("inside"), root.resolve("digits.bin"));
    serve(FileSettings.of(root).withListing(true).withCacheRule("*.bin", "max-age=60"));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void a_folder_shows_its_index() throws IOException {
    RawClient.Reply reply = client.get("/").reply();
    assertThat(reply.header("Content-Type") + " " + reply.body())
        .isEqualTo("text/html; charset=utf-8 <h1>home</h1>");
  }

  @Test
  void a_folder_without_a_slash_is_sent_to_the_one_with() throws IOException {
    RawClient.Reply reply = client.get("/sub?a=b").reply();
    assertThat(reply.status() + " " + reply.header("Location")).isEqualTo("308 /sub/?a=b");
  }

  @Test
  void a_list_can_be_read_by_a_browser_and_shows_nothing_hidden() throws IOException {
    assertThat(client.get("/list/").reply().body())
        .contains("<a href=\"./a%20b&amp;c.txt\">a b&amp;c.txt</a>");
    Files.delete(root.resolve("index.html"));
    assertThat(client.get("/").reply().body())
        .contains("digits.bin")
        .contains("inside")
        .doesNotContain(".secret")
        .doesNotContain("\"./out\"")
        .doesNotContain("\"./up");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/out",
        "/up/password",
        "/up/",
        "/.secret",
        "/%2esecret",
        "/../password",
        "/%2e%2e/password",
        "/..%2fpassword",
        "/sub/..%2f..%2fpassword",
        "/..%5cpassword",
        "/..\\password",
        "//password",
        "/sub//page.html",
        "/sub/../../password",
        "/digits.bin/",
        "/digits.bin%00.html",
        "/DIGITS.BIN",
        "/sub/page.html/..%00"
      })
  void nothing_outside_the_folder_and_nothing_hidden_is_served(String target) throws IOException {
    RawClient.Reply reply = client.get(target).reply();

    assertThat(reply.status()).isIn(400, 404);
    assertThat(reply.body()).doesNotContain("secret").doesNotContain("hidden");
  }

  @Test
  void a_link_is_followed_inside_and_where_it_is_allowed_outside() throws IOException {
    assertThat(client.get("/inside").reply().body()).isEqualTo("0123456789");
    stop();
    serve(FileSettings.of(root).withLinks(true));
    assertThat(client.get("/out").reply().body()).isEqualTo("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bytes=0-0 | 206 | bytes 0-0/10 | 0",
        "bytes=2-4 | 206 | bytes 2-4/10 | 234",
        "bytes=8- | 206 | bytes 8-9/10 | 89",
        "bytes=-3 | 206 | bytes 7-9/10 | 789",
        "bytes=-99 | 206 | bytes 0-9/10 | 0123456789",
        "bytes=5-99 | 206 | bytes 5-9/10 | 56789",
        "bytes=0-4,3-6 | 206 | bytes 0-6/10 | 0123456",
        "BYTES=1-1 | 206 | bytes 1-1/10 | 1",
        "bytes=10- | 416 | bytes */10 | ''",
        "bytes=-0 | 416 | bytes */10 | ''",
        "bytes=4-2 | 200 | '' | 0123456789",
        "bytes=a-b | 200 | '' | 0123456789",
        "bytes= | 200 | '' | 0123456789",
        "bytes=1-2;3-4 | 200 | '' | 0123456789",
        "lines=1-2 | 200 | '' | 0123456789"
      })
  void a_range_is_answered_by_the_letter(String range, int status, String told, String body)
      throws IOException {
    RawClient.Reply reply = get("/digits.bin", "Range: " + range);
    assertThat(reply.status() + "|" + reply.header("Content-Range") + "|" + reply.body())
        .isEqualTo(status + "|" + told + "|" + body);
  }

  @Test
  void several_ranges_come_in_parts() throws IOException {
    RawClient.Reply reply = get("/digits.bin", "Range: bytes=0-1, 5-6");

    assertThat(reply.header("Content-Type")).startsWith("multipart/byteranges; boundary=");
    assertThat(reply.body())
        .contains("Content-Range: bytes 0-1/10\r\n\r\n01\r\n--")
        .contains("Content-Range: bytes 5-6/10\r\n\r\n56\r\n--");
  }

  @Test
  void many_ranges_get_the_file_once() throws IOException {
    assertThat(get("/digits.bin", "Range: bytes=" + "0-,".repeat(50) + "0-").body()).hasSize(10);
  }

  @Test
  void a_range_of_another_version_gets_the_whole_file() throws IOException {
    String tag = client.get("/digits.bin").reply().header("ETag");

    assertThat(get("/digits.bin", "Range: bytes=0-1\r\nIf-Range: " + tag).status()).isEqualTo(206);
    assertThat(get("/digits.bin", "Range: bytes=0-1\r\nIf-Range: \"x\"").status()).isEqualTo(200);
    assertThat(get("/digits.bin", "Range: bytes=0-1\r\nIf-Range: W/" + tag).status())
        .isEqualTo(200);
    assertThat(
            get("/digits.bin", "Range: bytes=0-1\r\nIf-Range: Fri, 02 Jan 2026 03:04:05 GMT")
                .status())
        .isEqualTo(206);
    assertThat(
            get("/digits.bin", "Range: bytes=0-1\r\nIf-Range: Fri, 02 Jan 2026 03:04:06 GMT")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-None-Match: TAG | 304",
        "If-None-Match: W/TAG | 304",
        "If-None-Match: \"x\", TAG | 304",
        "If-None-Match: * | 304",
        "If-None-Match: \"x\" | 200",
        "If-Match: TAG | 200",
        "If-Match: * | 200",
        "If-Match: W/TAG | 412",
        "If-Match: \"x\" | 412",
        "If-Modified-Since: Fri, 02 Jan 2026 03:04:05 GMT | 304",
        "If-Modified-Since: Friday, 02-Jan-26 03:04:05 GMT | 304",
        "If-Modified-Since: Fri Jan  2 03:04:05 2026 | 304",
        "If-Modified-Since: Fri, 02 Jan 2026 03:04:04 GMT | 200",
        "If-Modified-Since: yesterday | 200",
        "If-Unmodified-Since: Fri, 02 Jan 2026 03:04:04 GMT | 412",
        "If-Unmodified-Since: Fri, 02 Jan 2026 03:04:05 GMT | 200"
      })
  void a_condition_is_answered_by_the_letter(String condition, int status) throws IOException {
    String tag = client.get("/digits.bin").reply().header("ETag");
    RawClient.Reply reply = get("/digits.bin", condition.replace("TAG", tag));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(status == 304 ? reply.header("ETag") : tag).isEqualTo(tag);
  }

  @Test
  void text_is_compressed_for_who_takes_it() throws IOException {
    String text = "all work and no play\n".repeat(500);
    write("text.txt", text);

    RawClient.Reply reply = get("/text.txt", "Accept-Encoding: deflate, gzip;q=0.8");
    byte[] body = reply.body().getBytes(StandardCharsets.ISO_8859_1);

    assertThat(reply.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes())
        .isEqualTo(text.getBytes(StandardCharsets.US_ASCII));
    assertThat(get("/text.txt", "Accept-Encoding: gzip;q=0").body()).isEqualTo(text);
    assertThat(client.get("/text.txt").reply().header("Vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void a_compressed_sibling_is_preferred_by_what_the_client_says() throws IOException {
    write("app.js", "plain");
    write("app.js.br", "brotli");
    write("app.js.gz", "gzip");
    write("old.js", "plain");
    write("old.js.br", "outdated");
    Files.setLastModifiedTime(root.resolve("old.js.br"), FileTime.from(CHANGED.minusSeconds(1)));

    assertThat(get("/app.js", "Accept-Encoding: gzip, br").body()).isEqualTo("brotli");
    assertThat(get("/app.js", "Accept-Encoding: gzip, br;q=0.5").body()).isEqualTo("gzip");
    assertThat(get("/app.js", "Accept-Encoding: *").body()).isEqualTo("brotli");
    assertThat(get("/app.js", "Accept-Encoding: identity").body()).isEqualTo("plain");
    assertThat(get("/old.js", "Accept-Encoding: br").body()).isEqualTo("plain");
  }

  @Test
  void a_change_is_noticed_within_a_second_or_two() throws IOException {
    String before = client.get("/digits.bin").reply().body();
    write("digits.bin", "changed!");
    Files.setLastModifiedTime(root.resolve("digits.bin"), FileTime.from(CHANGED.plusSeconds(9)));

    String after = before;
    long deadline = System.nanoTime() + 5_000_000_000L;
    while (after.equals(before) && System.nanoTime() < deadline) {
      after = client.get("/digits.bin").reply().body();
    }
    assertThat(after).isEqualTo("changed!");
  }

  @Test
  void a_large_file_arrives_as_it_is() throws IOException {
    byte[] bytes = new byte[3_000_000];
    new Random(7).nextBytes(bytes);
    Files.write(root.resolve("large.bin"), bytes);

    byte[] body = client.get("/large.bin").reply().body().getBytes(StandardCharsets.ISO_8859_1);

    assertThat(body).isEqualTo(bytes);
    assertThat(get("/large.bin", "Range: bytes=1000000-1000003").body())
        .isEqualTo(new String(bytes, 1_000_000, 4, StandardCharsets.ISO_8859_1));
  }

  @Test
  void the_rules_for_caches_are_told() throws IOException {
    assertThat(client.get("/digits.bin").reply().header("Cache-Control")).isEqualTo("max-age=60");
    assertThat(client.get("/index.html").reply().header("Cache-Control")).isEmpty();
  }

  @Test
  void only_reading_is_allowed() throws IOException {
    client.send("DELETE /digits.bin HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(client.reply().status()).isEqualTo(405);
  }

  private void serve(FileSettings settings) throws IOException {
    server = HttpServer.start(ServerSettings.onPort(0), new StaticFiles(settings));
    client = RawClient.connect(server.port());
  }

  private RawClient.Reply get(String target, String fields) throws IOException {
    client.send("GET " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n");
    return client.reply();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(CHANGED));
  }
}
