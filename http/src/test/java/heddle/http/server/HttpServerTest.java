package heddle.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heddle.http.Handler;
import heddle.http.HttpDate;
import heddle.http.Limits;
import heddle.http.Response;
import heddle.http.net.Carrier;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What any carrier must do, over real loopback. Each carrier has a subclass. */
abstract class HttpServerTest {
  private final Carrier.Kind carrier;
  private HttpServer server;

  HttpServerTest(Carrier.Kind carrier) {
    this.carrier = carrier;
  }

  @BeforeEach
  void start() throws IOException {
    server = start(SampleRoutes.all());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpServer start(Handler handler) throws IOException {
    return HttpServer.start(ServerSettings.onPort(0).with(carrier), handler);
  }

  private RawClient connect() throws IOException {
    return RawClient.connect(server.port());
  }

  @Test
  void a_connection_carries_one_request_after_another() throws IOException {
    try (RawClient client = connect()) {
      for (int i = 0; i < 100; i++) {
        assertThat(client.get("/hello/" + i).reply().body()).isEqualTo("hello " + i);
      }
    }
  }

  @Test
  void pipelined_requests_are_answered_in_order() throws IOException {
    try (RawClient client = connect()) {
      StringBuilder batch = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        batch.append("GET /hello/").append(i).append(" HTTP/1.1\r\nHost: a\r\n\r\n");
      }
      client.send(batch.toString());
      for (int i = 0; i < 200; i++) {
        assertThat(client.reply().body()).isEqualTo("hello " + i);
      }
    }
  }

  @Test
  void a_request_that_comes_byte_by_byte_is_answered() throws IOException {
    try (RawClient client = connect()) {
      for (char c :
          "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc".toCharArray()) {
        client.send(String.valueOf(c));
      }
      assertThat(client.reply().body()).isEqualTo("abc");
    }
  }

  @Test
  void a_response_says_when_and_how_long() throws IOException {
    try (RawClient client = connect()) {
      RawClient.Reply reply = client.get("/hello").reply();

      assertThat(HttpDate.parse(reply.header("Date"))).isPresent();
      assertThat(reply.header("Content-Length")).isEqualTo("5");
      assertThat(reply.header("Connection")).isEmpty();
    }
  }

  @Test
  void head_gives_the_header_of_get_without_a_body() throws IOException {
    try (RawClient client = connect()) {
      client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.reply(true).header("Content-Length")).isEqualTo("5");
      assertThat(client.get("/hello").reply().body()).isEqualTo("hello");
    }
  }

  @Test
  void close_asked_for_is_confirmed_and_done() throws IOException {
    try (RawClient client = connect()) {
      client.send("GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

      assertThat(client.reply().header("Connection")).isEqualTo("close");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void an_old_client_gets_its_response_and_the_end() throws IOException {
    try (RawClient client = connect()) {
      client.send("GET /stream HTTP/1.0\r\n\r\n");

      RawClient.Reply reply = client.reply();

      assertThat(reply.body()).isEqualTo("onetwo");
      assertThat(reply.header("Transfer-Encoding")).isEmpty();
    }
  }

  @Test
  void an_old_client_may_keep_its_connection() throws IOException {
    try (RawClient client = connect()) {
      client.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
      assertThat(client.reply().header("Connection")).isEqualTo("keep-alive");
      assertThat(client.get("/hello").reply().status()).isEqualTo(200);
    }
  }

  @Test
  void a_stream_is_sent_in_chunks_with_its_trailers() throws IOException {
    try (RawClient client = connect()) {
      RawClient.Reply reply = client.get("/stream").reply();

      assertThat(reply.body()).isEqualTo("onetwo");
      assertThat(reply.header("trailer:x-sum: 6")).isEqualTo("X-Sum: 6");
      assertThat(client.get("/hello").reply().status()).isEqualTo(200);
    }
  }

  @Test
  void a_stream_that_breaks_its_promise_ends_the_connection() throws IOException {
    try (RawClient client = connect()) {
      assertThatThrownBy(() -> client.get("/short").reply()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void events_arrive_as_the_standard_writes_them() throws IOException {
    try (RawClient client = connect()) {
      RawClient.Reply reply = client.get("/events").reply();

      assertThat(reply.header("Content-Type")).isEqualTo("text/event-stream");
      assertThat(reply.body()).isEqualTo("data: a\ndata: b\n\nevent: tick\nid: 7\ndata: c\n\n");
    }
  }

  @Test
  void a_large_response_arrives_whole_at_a_client_that_reads_late() throws IOException {
    try (RawClient client = connect()) {
      client.get("/big").get("/hello");

      assertThat(client.reply().body()).hasSize(300_000);
      assertThat(client.reply().body()).isEqualTo("hello");
    }
  }

  @Test
  void a_body_in_chunks_is_read_with_its_trailers() throws IOException {
    try (RawClient client = connect()) {
      client.send(
          post("/trailers", "Transfer-Encoding: chunked") + "3\r\nabc\r\n0\r\nX: y\r\n\r\n");
      assertThat(client.reply().body()).isEqualTo("y");
    }
  }

  @Test
  void a_client_that_expects_to_be_told_is_told() throws IOException {
    try (RawClient client = connect()) {
      client.send(post("/echo", "Content-Length: 3\r\nExpect: 100-continue"));
      assertThat(client.reply().status()).isEqualTo(100);
      assertThat(client.send("abc").reply().body()).isEqualTo("abc");
    }
  }

  @Test
  void a_body_that_nobody_wants_is_not_asked_for() throws IOException {
    try (RawClient client = connect()) {
      client.send(post("/ignore", "Content-Length: 3\r\nExpect: 100-continue"));

      RawClient.Reply reply = client.reply();

      assertThat(reply.body()).isEqualTo("ignored");
      assertThat(reply.header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void a_small_body_that_nobody_read_does_not_become_the_next_request() throws IOException {
    try (RawClient client = connect()) {
      client.send(post("/ignore", "Content-Length: 25") + "GET /throws HTTP/1.1\r\n\r\nx");
      assertThat(client.reply().body()).isEqualTo("ignored");
      assertThat(client.get("/hello").reply().body()).isEqualTo("hello");
    }
  }

  @Test
  void a_body_that_is_too_long_is_refused_before_it_is_sent() throws IOException {
    try (RawClient client = connect()) {
      client.send(post("/echo", "Content-Length: 99999999999"));

      RawClient.Reply reply = client.reply();

      assertThat(reply.status()).isEqualTo(413);
      assertThat(reply.header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void a_malformed_request_is_refused_and_the_connection_closed() throws IOException {
    try (RawClient client = connect()) {
      client.send(
          "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(client.reply().status()).isEqualTo(400);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void a_handler_that_throws_tells_nobody_why() throws IOException {
    try (RawClient client = connect()) {
      RawClient.Reply reply = client.get("/throws").reply();

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.body()).doesNotContain("secret");
      assertThat(client.get("/hello").reply().status()).isEqualTo(200);
    }
  }

  @Test
  void a_handler_cannot_put_a_line_into_the_header() throws IOException {
    try (RawClient client = connect()) {
      RawClient.Reply reply = client.get("/injects").reply();

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.headers()).doesNotContainKey("set-cookie");
    }
  }

  @Test
  void a_handler_cannot_lie_about_the_length() throws IOException {
    try (RawClient client = connect()) {
      assertThat(client.get("/sets-length").reply().status()).isEqualTo(500);
    }
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() throws IOException {
    try (RawClient client = connect()) {
      client.send("PUT /hello HTTP/1.1\r\nHost: a\r\n\r\n");
      RawClient.Reply reply = client.reply();
      assertThat(reply.status() + " " + reply.header("Allow")).isEqualTo("405 GET, HEAD, OPTIONS");
    }
  }

  @Test
  void options_are_told() throws IOException {
    try (RawClient client = connect()) {
      client.send("OPTIONS /echo HTTP/1.1\r\nHost: a\r\n\r\nOPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.reply().header("Allow")).isEqualTo("OPTIONS, POST");
      assertThat(client.reply().status()).isEqualTo(204);
    }
  }

  @Test
  void no_content_has_no_length() throws IOException {
    try (RawClient client = connect()) {
      RawClient.Reply reply = client.get("/nothing").reply();
      assertThat(reply.status() + reply.header("Content-Length")).isEqualTo("204");
    }
  }

  @Test
  void the_host_of_an_absolute_target_counts() throws IOException {
    try (RawClient client = connect()) {
      client.send("GET http://b:81/host HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.reply().body()).isEqualTo("b:81");
    }
  }

  @Test
  void queries_and_forms_are_decoded() throws IOException {
    try (RawClient client = connect()) {
      assertThat(client.get("/query?a=1+2&b=3&a=%C3%A4").reply().body())
          .isEqualTo("[1 2, \u00c3\u00a4]");
      client.send(
          post("/form", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 11")
              + "a=b%26c&d=e");
      assertThat(client.reply().body())
          .isEqualTo("[Field[name=a, value=b&c], Field[name=d, value=e]]");
    }
  }

  @Test
  void the_parts_of_a_form_are_told_apart() throws IOException {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n-\r\n--\r\n--bb? no"
            + "\r\n--b\r\nContent-Disposition: form-data; name=y; filename=\"f;g\"\r\n\r\n\r\n--b--\r\n";
    try (RawClient client = connect()) {
      client.send(
          post(
                  "/parts",
                  "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                      + body.length())
              + body);
      assertThat(client.reply().status())
          .isEqualTo(400); // "--bb" begins like the boundary and goes on otherwise
      String good = body.replace("\r\n--bb? no", "\r\n-b");
      client.send(
          post(
                  "/parts",
                  "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                      + good.length())
              + good);
      assertThat(client.reply().body()).isEqualTo("x=1\r\n-\r\n--\r\n-b;y=;");
    }
  }

  @Test
  void a_forwarded_address_counts_only_from_a_trusted_proxy() throws IOException {
    String asked = "GET /from HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.7, 192.0.2.8\r\n\r\n";
    try (RawClient client = connect()) {
      assertThat(client.send(asked).reply().body()).isEqualTo("127.0.0.1");
    }
    var trusting =
        ServerSettings.onPort(0).with(carrier).with(TrustedProxies.of(List.of("127.0.0.0/8")));
    try (HttpServer other = HttpServer.start(trusting, SampleRoutes.all());
        RawClient client = RawClient.connect(other.port())) {
      assertThat(client.send(asked).reply().body()).isEqualTo("192.0.2.8");
    }
  }

  @Test
  void one_address_gets_only_so_many_connections() throws IOException {
    var narrow =
        ServerSettings.onPort(0).with(carrier).with(Limits.DEFAULT.withConnections(100, 1));
    try (HttpServer other = HttpServer.start(narrow, SampleRoutes.all());
        RawClient first = RawClient.connect(other.port())) {
      assertThat(first.get("/hello").reply().status()).isEqualTo(200);
      try (RawClient second = RawClient.connect(other.port())) {
        assertThat(second.isClosed()).isTrue();
      }
    }
  }

  @Test
  void one_address_gets_only_so_many_responses_a_second() throws IOException {
    var slow =
        ServerSettings.onPort(0)
            .with(carrier)
            .with(Limits.DEFAULT.withRequestsPerSecondPerAddress(5));
    try (HttpServer other = HttpServer.start(slow, SampleRoutes.all());
        RawClient client = RawClient.connect(other.port())) {
      int refused = 0;
      for (int i = 0; i < 50; i++) {
        refused += client.get("/hello").reply().status() == 429 ? 1 : 0;
      }
      assertThat(refused).isBetween(1, 45);
    }
  }

  @Test
  void a_port_that_is_taken_is_named() {
    var taken = ServerSettings.onPort(server.port()).with(carrier);
    assertThatThrownBy(() -> HttpServer.start(taken, SampleRoutes.all()))
        .isInstanceOf(BindException.class)
        .hasMessageContaining(String.valueOf(server.port()));
  }

  @Test
  void a_stop_lets_the_request_under_way_end_and_says_so() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    HttpServer other =
        start(_ -> {
          begun.countDown();
          mayEnd.await();
          return Response.text("done");
        });
    try (RawClient idle = RawClient.connect(other.port());
        RawClient busy = RawClient.connect(other.port())) {
      busy.get("/");
      begun.await();
      Thread stopping = Thread.ofVirtual().start(other::close);
      assertThat(idle.isClosed()).isTrue();
      mayEnd.countDown();
      RawClient.Reply reply = busy.reply();
      stopping.join();

      assertThat(reply.body() + " " + reply.header("Connection")).isEqualTo("done close");
    }
  }

  @Test
  void many_clients_at_once_each_get_their_own_answers() throws Exception {
    AtomicInteger wrong = new AtomicInteger();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int number = i;
      clients.add(Thread.ofVirtual().start(() -> wrong.addAndGet(wrongAnswers(number))));
    }
    for (Thread client : clients) {
      client.join();
    }
    assertThat(wrong).hasValue(0);
  }

  @Test
  void a_client_that_resets_in_the_middle_harms_nobody() throws IOException {
    for (int i = 0; i < 50; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write("GET /big HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      int _ = socket.getInputStream().read();
      socket.close();
    }
    try (RawClient client = connect()) {
      assertThat(client.get("/hello").reply().body()).isEqualTo("hello");
    }
  }

  @Test
  void a_client_that_ends_its_side_still_gets_its_response() throws IOException {
    try (RawClient client = connect()) {
      client.get("/hello");
      client.socket().shutdownOutput();

      assertThat(client.reply().body()).isEqualTo("hello");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void two_listeners_serve_alike() throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var two =
        ServerSettings.onPort(0)
            .with(carrier)
            .and(new ServerSettings.Listener(loopback, Optional.empty()));
    try (HttpServer other = HttpServer.start(two, SampleRoutes.all());
        RawClient client = RawClient.connect(other.addresses().get(1).getPort())) {
      assertThat(client.get("/hello").reply().body()).isEqualTo("hello");
    }
  }

  private int wrongAnswers(int number) {
    int wrong = 0;
    try (RawClient client = connect()) {
      for (int i = 0; i < 40; i++) {
        String text = number + "-" + i;
        wrong += client.get("/rest/" + text).reply().body().equals(text) ? 0 : 1;
      }
      return wrong;
    } catch (IOException e) {
      return wrong + 1;
    }
  }

  private static String post(String target, String fields) {
    return "POST " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n";
  }
}
