package heddle.http.observe;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.http.Observer;
import heddle.http.Response;
import heddle.http.server.HttpServer;
import heddle.http.server.RawClient;
import heddle.http.server.ServerSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AccessLogTest {
  private static final String ASKED =
      "GET /a?b=%0a HTTP/1.1\r\nHost: x\r\nUser-Agent: \"quote\\ \u00e9\tx\r\nReferer: r\r\n\r\n";

  private static String log(AccessLog.Form form, Observer also) throws IOException {
    var out = new ByteArrayOutputStream();
    AccessLog log = AccessLog.start(form, out);
    var settings = ServerSettings.onPort(0).with(Observer.both(log, also));
    try (HttpServer server = HttpServer.start(settings, _ -> Response.text("hello"));
        RawClient client = RawClient.connect(server.port())) {
      client.send(ASKED).reply();
      client.send("nonsense\r\n").reply();
    }
    log.close();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_line_has_the_combined_form_and_nothing_can_break_out_of_it() throws IOException {
    String[] lines = log(AccessLog.Form.COMBINED, Observer.NONE).split("\n", -1);

    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .matches(
            "127\\.0\\.0\\.1 - - \\[.*\\+0000] \"GET /a\\?b=%0a HTTP/1\\.1\" 200 \\d+ \"r\""
                + " \"\\\\\"quote\\\\\\\\ \\\\u00e9\\\\u0009x\"");
    assertThat(lines[1]).contains("\"-\" 400 ");
  }

  @Test
  void a_line_can_be_json() throws IOException {
    assertThat(log(AccessLog.Form.JSON, Observer.NONE).lines().findFirst().orElse(""))
        .startsWith("{\"time\":\"")
        .contains("\"target\":\"/a?b=%0a\"")
        .contains("\"agent\":\"\\\"quote\\\\ \\u00e9\\u0009x\"")
        .endsWith("}");
  }

  @Test
  void what_happened_is_counted() throws Exception {
    Metrics metrics = new Metrics();
    String _ = log(AccessLog.Form.JSON, metrics);
    assertThat(metrics.responses()).isEqualTo(2);
    assertThat(metrics.connections()).isZero();
    assertThat(metrics.bytes()).isPositive();
  }
}
