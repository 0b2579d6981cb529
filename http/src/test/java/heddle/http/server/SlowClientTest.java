package heddle.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.http.Deadlines;
import heddle.http.Response;
import heddle.http.Router;
import heddle.http.net.Carrier;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of slow client is shed within its deadline, while others are served. */
class SlowClientTest {
  private static final Duration DEADLINE = Duration.ofMillis(400);

  /**
   * How long after its deadline a client may be shed: ticks of the wheel, and a machine with other
   * work.
   */
  private static final long SLACK_MILLIS = 3_000;

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "BLOCKING"})
  void a_silent_client_is_shed(Carrier.Kind carrier) throws IOException {
    try (HttpServer server = start(carrier, 0);
        RawClient client = RawClient.connect(server.port())) {
      assertShed(server, client, System.nanoTime());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "BLOCKING"})
  void an_idle_client_is_shed(Carrier.Kind carrier) throws IOException {
    try (HttpServer server = start(carrier, 0);
        RawClient client = RawClient.connect(server.port())) {
      assertThat(client.get("/").reply().status()).isEqualTo(200);
      assertShed(server, client, System.nanoTime());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "BLOCKING"})
  void a_client_that_drips_its_head_is_told_and_shed(Carrier.Kind carrier) throws Exception {
    try (HttpServer server = start(carrier, 0);
        RawClient client = RawClient.connect(server.port())) {
      long begun = System.nanoTime();
      drip(client, "GET / HTTP/1.1\r\nHost: a\r\n", "X: y\r\n");
      assertThat(client.reply().status()).isEqualTo(408);
      assertShed(server, client, begun);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "BLOCKING"})
  void a_client_that_drips_its_body_is_told_and_shed(Carrier.Kind carrier) throws Exception {
    try (HttpServer server = start(carrier, 1_000_000);
        RawClient client = RawClient.connect(server.port())) {
      long begun = System.nanoTime();
      drip(client, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n", "xxxx");
      assertThat(client.reply().status()).isEqualTo(408);
      assertShed(server, client, begun);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "BLOCKING"})
  void a_client_that_does_not_read_is_shed(Carrier.Kind carrier) throws Exception {
    try (HttpServer server = start(carrier, 0);
        RawClient client = RawClient.connect(server.port())) {
      long begun = System.nanoTime();
      client.get("/huge");
      while (server.connections() > 0 && millisSince(begun) < 10_000) {
        assertOthersAreServed(server);
        TimeUnit.MILLISECONDS.sleep(20); // the server's own clock is what is tested
      }
      assertThat(server.connections()).isZero();
      assertThat(millisSince(begun)).isLessThan(DEADLINE.toMillis() + SLACK_MILLIS);
    }
  }

  /** Sends a little now and then, as long as the server bears it. */
  private static void drip(RawClient client, String beginning, String drop) throws Exception {
    client.send(beginning);
    try {
      for (int drops = 0; drops < 100 && client.in().available() == 0; drops++) {
        client.send(drop);
        TimeUnit.MILLISECONDS.sleep(DEADLINE.toMillis() / 10);
      }
    } catch (SocketException e) {
      // shed: what it was told is still to be read
    }
  }

  private static void assertShed(HttpServer server, RawClient client, long begun)
      throws IOException {
    assertOthersAreServed(server);
    assertThat(client.isClosed()).isTrue();
    assertThat(millisSince(begun)).isLessThan(DEADLINE.toMillis() + SLACK_MILLIS);
  }

  private static void assertOthersAreServed(HttpServer server) throws IOException {
    try (RawClient other = RawClient.connect(server.port())) {
      other.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      assertThat(other.reply().status()).isEqualTo(200);
    }
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  private static HttpServer start(Carrier.Kind carrier, int bytesPerSecond) throws IOException {
    Deadlines deadlines =
        new Deadlines(DEADLINE, DEADLINE, DEADLINE, DEADLINE, DEADLINE, bytesPerSecond);
    byte[] huge = "x".repeat(50_000_000).getBytes(StandardCharsets.US_ASCII);
    return HttpServer.start(
        ServerSettings.onPort(0).with(carrier).with(deadlines),
        Router.of()
            .get("/", _ -> Response.text("hello"))
            .get("/huge", _ -> Response.bytes("text/plain", huge))
            .post("/", request -> Response.text("" + request.body().readAllBytes().length))
            .build());
  }
}
