package heddle.http.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.http.Response;
import heddle.http.Router;
import heddle.http.Status;
import heddle.http.server.HttpServer;
import heddle.http.server.RawClient;
import heddle.http.server.ServerSettings;
import heddle.http.server.TrustedProxies;
import heddle.http.websocket.WebSocket;
import heddle.http.websocket.WebSocketSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReverseProxyTest {
  private HttpServer behind;
  private ReverseProxy proxy;
  private HttpServer front;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    behind =
        HttpServer.start(
            ServerSettings.onPort(0).with(TrustedProxies.of(List.of("127.0.0.1"))),
            Router.of()
                .get("/base/fields", request -> Response.text(request.headers().toString()))
                .get("/base/target", request -> Response.text(request.target().raw()))
                .get("/base/missing", _ -> Response.text(Status.NOT_FOUND, "not there"))
                .get(
                    "/base/stream",
                    _ -> Response.stream("text/plain", out -> out.write(new byte[100_000])))
                .post(
                    "/base/echo",
                    request -> Response.bytes("text/plain", request.body().readAllBytes()))
                .get(
                    "/base/ws",
                    request ->
                        WebSocket.upgrade(
                            request,
                            WebSocketSettings.DEFAULT,
                            socket -> {
                              for (var m = socket.receive(); m.isPresent(); m = socket.receive()) {
                                socket.send(m.get());
                              }
                            }))
                .build());
    proxy = to(behind.port());
    front = HttpServer.start(ServerSettings.onPort(0), proxy);
    client = RawClient.connect(front.port());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    front.close();
    proxy.close();
    behind.close();
  }

  private static ReverseProxy to(int port) {
    return ReverseProxy.to(
        URI.create("http://localhost:" + port + "/base/"), Duration.ofSeconds(2));
  }

  @Test
  void the_base_path_is_put_in_front() throws IOException {
    assertThat(client.get("/target?a=%2e").reply().body()).isEqualTo("/base/target?a=%2e");
  }

  @Test
  void fields_of_one_connection_stay_there_and_the_client_is_named() throws IOException {
    client.send(
        "GET /fields HTTP/1.1\r\nHost: site\r\nConnection: X-Mine\r\nX-Mine: 1\r\nX-Other: 2\r\n\r\n");
    assertThat(client.reply().body())
        .contains("Host: site\n")
        .contains("X-Other: 2\n")
        .contains("X-Forwarded-Proto: http\n")
        .doesNotContain("X-Mine")
        .doesNotContain("Connection");
  }

  @Test
  void statuses_bodies_and_connections_are_passed_on() throws IOException {
    for (int i = 0; i < 20; i++) {
      assertThat(client.get("/missing").reply().status()).isEqualTo(404);
      assertThat(client.get("/stream").reply().body()).hasSize(100_000);
      client.send("HEAD /target HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.reply(true).header("Content-Length")).isEqualTo("12");
      client.send(
          "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
      assertThat(client.reply().body()).isEqualTo("abc");
    }
    assertThat(behind.connections()).isLessThan(5);
  }

  @Test
  void a_server_that_was_started_again_is_found_again() throws IOException {
    assertThat(client.get("/target").reply().status()).isEqualTo(200);
    int port = behind.port();
    behind.close();
    assertThat(client.get("/target").reply().status()).isEqualTo(502);
    behind = HttpServer.start(ServerSettings.onPort(port), _ -> Response.text("again"));
    assertThat(client.get("/target").reply().body()).isEqualTo("again");
  }

  @Test
  void a_server_that_is_silent_is_not_waited_for_forever() throws IOException {
    try (ServerSocket silent = new ServerSocket(0);
        ReverseProxy toSilent = to(silent.getLocalPort());
        HttpServer other = HttpServer.start(ServerSettings.onPort(0), toSilent);
        RawClient asking = RawClient.connect(other.port())) {
      assertThat(asking.get("/").reply().status()).isEqualTo(504);
    }
  }

  @Test
  void a_server_that_answers_nonsense_is_not_passed_on() throws Exception {
    try (ServerSocket broken = new ServerSocket(0);
        ReverseProxy toBroken = to(broken.getLocalPort());
        HttpServer other = HttpServer.start(ServerSettings.onPort(0), toBroken);
        RawClient asking = RawClient.connect(other.port())) {
      Thread answering =
          Thread.ofVirtual()
              .start(() ->
                  answer(
                      broken,
                      "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"));
      assertThat(asking.get("/").reply().status()).isEqualTo(502);
      answering.join();
    }
  }

  @Test
  void a_websocket_goes_through() throws Exception {
    var received = new CompletableFuture<String>();
    HttpClient http = HttpClient.newHttpClient();
    try {
      var socket =
          http.newWebSocketBuilder()
              .buildAsync(
                  URI.create("ws://localhost:" + front.port() + "/ws"), new Collecting(received))
              .get(10, TimeUnit.SECONDS);
      var _ = socket.sendText("through", true).get(10, TimeUnit.SECONDS);
      assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo("through");
      var _ = socket.sendClose(1000, "").get(10, TimeUnit.SECONDS);
    } finally {
      http.shutdownNow();
    }
  }

  private static void answer(ServerSocket server, String response) {
    try (var socket = server.accept()) {
      int _ = socket.getInputStream().read();
      socket.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      int _ = socket.getInputStream().read(new byte[4096]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Collecting(CompletableFuture<String> received)
      implements java.net.http.WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(
        java.net.http.WebSocket socket, CharSequence text, boolean last) {
      received.complete(text.toString());
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
