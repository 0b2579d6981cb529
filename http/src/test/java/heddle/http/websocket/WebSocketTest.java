package heddle.http.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.http.Response;
import heddle.http.Router;
import heddle.http.server.HttpServer;
import heddle.http.server.RawClient;
import heddle.http.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of RFC 6455 and RFC 7692 against a server that echoes. */
class WebSocketTest {
  private static final int MESSAGE_BYTES = 200_000;
  private static final String DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate\r\n";

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    WebSocketSettings settings =
        WebSocketSettings.DEFAULT
            .withMessageBytes(MESSAGE_BYTES)
            .withIdle(Duration.ofSeconds(5))
            .withProtocols(List.of("chat", "old"));
    server =
        HttpServer.start(
            ServerSettings.onPort(0),
            Router.of()
                .get("/ws", request -> WebSocket.upgrade(request, settings, WebSocketTest::echo))
                .get("/", _ -> Response.text("here"))
                .build());
  }

  private static void echo(WebSocket socket) throws IOException {
    for (var message = socket.receive(); message.isPresent(); message = socket.receive()) {
      if (message.get().equals(new Message.Text("bye"))) {
        socket.close(4000, "as you wish");
        return;
      }
      socket.send(message.get());
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private FrameClient open() throws IOException {
    return FrameClient.open(server.port(), "");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 128, 65_535, 65_536, 65_537, MESSAGE_BYTES})
  void text_of_any_length_comes_back(int length) throws IOException {
    String text = "*".repeat(length);
    try (FrameClient client = open()) {
      assertThat(client.send(0x81, text).next()).isEqualTo("81 " + text);
      assertThat(client.send(0x82, text).next()).isEqualTo("82 " + text);
    }
  }

  @Test
  void a_frame_that_comes_byte_by_byte_comes_back() throws IOException {
    try (FrameClient client = open()) {
      for (byte b : FrameClient.frame(0x81, "h\u00e9llo".getBytes(StandardCharsets.UTF_8))) {
        client.raw(new byte[] {b});
      }
      assertThat(client.next()).isEqualTo("81 h\u00e9llo");
    }
  }

  @Test
  void many_frames_in_one_packet_all_come_back() throws IOException {
    ByteBuffer all = ByteBuffer.allocate(100_000);
    for (int i = 0; i < 500; i++) {
      all.put(FrameClient.frame(0x81, String.valueOf(i).getBytes(StandardCharsets.UTF_8)));
    }
    try (FrameClient client = open()) {
      client.raw(Arrays.copyOf(all.array(), all.position()));
      for (int i = 0; i < 500; i++) {
        assertThat(client.next()).isEqualTo("81 " + i);
      }
    }
  }

  @Test
  void fragments_become_one_message_with_a_ping_between() throws IOException {
    try (FrameClient client = open()) {
      client.send(0x01, "a").send(0x89, "now").send(0x00, "b").send(0x80, "c");
      assertThat(client.next()).isEqualTo("8a now");
      assertThat(client.next()).isEqualTo("81 abc");
    }
  }

  @Test
  void a_character_may_be_cut_by_fragments() throws IOException {
    byte[] euro = "\u20ac".getBytes(StandardCharsets.UTF_8);
    try (FrameClient client = open()) {
      client.send(0x01, Arrays.copyOf(euro, 1)).send(0x00, Arrays.copyOfRange(euro, 1, 2));
      assertThat(client.send(0x80, Arrays.copyOfRange(euro, 2, 3)).next()).isEqualTo("81 \u20ac");
    }
  }

  @ParameterizedTest
  @CsvSource({"125, 8a", "0, 8a"})
  void a_ping_is_answered_with_what_it_holds(int length, String first) throws IOException {
    try (FrameClient client = open()) {
      String payload = "p".repeat(length);
      assertThat(client.send(0x89, payload).next()).isEqualTo(first + " " + payload);
    }
  }

  @Test
  void a_pong_that_nobody_asked_for_is_ignored() throws IOException {
    try (FrameClient client = open()) {
      assertThat(client.send(0x8a, "x").send(0x81, "y").next()).isEqualTo("81 y");
    }
  }

  /** A name, the frames sent, and the close code that must come. */
  record Broken(String name, int code, List<byte[]> frames) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Broken> broken() {
    return Stream.concat(brokenHeaders(), brokenPayloads());
  }

  private static Stream<Broken> brokenHeaders() {
    byte[] text = {'x'};
    return Stream.of(
        broken("reserved bit 1 without compression", 1002, FrameClient.frame(0xc1, text)),
        broken("reserved bit 2", 1002, FrameClient.frame(0xa1, text)),
        broken("reserved bit 3", 1002, FrameClient.frame(0x91, text)),
        broken("reserved opcode 3", 1002, FrameClient.frame(0x83, text)),
        broken("reserved opcode 7", 1002, FrameClient.frame(0x87, text)),
        broken("reserved opcode 11", 1002, FrameClient.frame(0x8b, text)),
        broken("reserved opcode 15", 1002, FrameClient.frame(0x8f, text)),
        broken("no mask", 1002, new byte[] {(byte) 0x81, 1, 'x'}),
        broken("a ping in fragments", 1002, FrameClient.frame(0x09, text)),
        broken("a long ping", 1002, FrameClient.frame(0x89, new byte[126])),
        broken("a long close", 1002, FrameClient.frame(0x88, new byte[126])),
        broken("a continuation of nothing", 1002, FrameClient.frame(0x80, text)),
        broken(
            "a second beginning",
            1002,
            FrameClient.frame(0x01, text),
            FrameClient.frame(0x81, text)),
        broken(
            "a length longer than needed",
            1002,
            new byte[] {(byte) 0x81, (byte) 0xfe, 0, 1, 0, 0, 0, 0, 'x'}),
        broken(
            "a negative length",
            1002,
            new byte[] {(byte) 0x82, (byte) 0xff, -1, 0, 0, 0, 0, 0, 0, 0}));
  }

  private static Stream<Broken> brokenPayloads() {
    byte[] text = {'x'};
    return Stream.of(
        broken("a message too big", 1009, FrameClient.frame(0x82, new byte[MESSAGE_BYTES + 1])),
        broken(
            "fragments too big together",
            1009,
            FrameClient.frame(0x02, new byte[MESSAGE_BYTES]),
            FrameClient.frame(0x80, text)),
        broken(
            "a promise too big",
            1009,
            new byte[] {(byte) 0x82, (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1}),
        broken("no UTF-8", 1007, FrameClient.frame(0x81, new byte[] {(byte) 0xff})),
        broken(
            "a surrogate",
            1007,
            FrameClient.frame(0x81, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})),
        broken(
            "an overlong character",
            1007,
            FrameClient.frame(0x81, new byte[] {(byte) 0xc0, (byte) 0xaf})),
        broken(
            "an unfinished character",
            1007,
            FrameClient.frame(0x81, new byte[] {(byte) 0xe2, (byte) 0x82})),
        broken(
            "no UTF-8 in the first fragment",
            1007,
            FrameClient.frame(0x01, new byte[] {(byte) 0xff})),
        broken("a close code of one byte", 1002, FrameClient.frame(0x88, text)),
        broken(
            "no UTF-8 in a reason",
            1007,
            FrameClient.frame(0x88, new byte[] {3, (byte) 0xe8, (byte) 0xff})));
  }

  private static Broken broken(String name, int code, byte[]... frames) {
    return new Broken(name, code, List.of(frames));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void a_broken_frame_ends_the_connection_with_its_code(Broken broken) throws IOException {
    try (FrameClient client = open()) {
      for (byte[] frame : broken.frames()) {
        client.raw(frame);
      }
      assertThat(client.next()).isEqualTo("88 " + broken.code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000", "1001, 1001", "1002, 1002", "1003, 1003", "1007, 1007", "1011, 1011",
        "1014, 1014",
    "3000, 3000", "4999, 4999", "0, 1002", "999, 1002", "1004, 1002", "1005, 1002", "1006, 1002",
    "1015, 1002", "1016, 1002", "2999, 1002", "5000, 1002", "65535, 1002"
  })
  void a_close_is_answered_by_its_code(int sent, int answered) throws IOException {
    try (FrameClient client = open()) {
      byte[] code = {(byte) (sent >> 8), (byte) sent};
      assertThat(client.send(0x88, code).next()).isEqualTo("88 " + answered);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void a_close_without_a_code_is_answered_alike() throws IOException {
    try (FrameClient client = open()) {
      assertThat(client.send(0x88, "").next()).isEqualTo("88 ");
    }
  }

  @Test
  void the_server_may_close_first() throws IOException {
    try (FrameClient client = open()) {
      assertThat(client.send(0x81, "bye").next()).isEqualTo("88 4000");
      client.send(0x88, new byte[] {(byte) (4000 >> 8), (byte) 4000});
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void a_server_that_stops_says_so() throws IOException {
    try (FrameClient client = open()) {
      assertThat(client.send(0x81, "x").next()).isEqualTo("81 x");
      Thread stopping = Thread.ofVirtual().start(server::close);
      assertThat(client.next()).isEqualTo("88 1001");
      assertThat(stopping).isNotNull();
    }
  }

  @Test
  void compressed_text_comes_back_compressed() throws IOException {
    String text = "all work and no play ".repeat(50);
    try (FrameClient client = FrameClient.open(server.port(), DEFLATE)) {
      client.send(0xc1, Deflate.compress(text.getBytes(StandardCharsets.UTF_8)));

      int first = client.firstByte();
      byte[] payload = client.payload();

      assertThat(first).isEqualTo(0xc1);
      assertThat(payload.length).isLessThan(100);
      assertThat(new String(Deflate.decompress(payload, 10_000), StandardCharsets.UTF_8))
          .isEqualTo(text);
    }
  }

  @Test
  void compressed_fragments_become_one_message() throws IOException {
    byte[] compressed = Deflate.compress("hello hello hello".getBytes(StandardCharsets.UTF_8));
    try (FrameClient client = FrameClient.open(server.port(), DEFLATE)) {
      client.send(0x41, Arrays.copyOf(compressed, 3));
      client.send(0x80, Arrays.copyOfRange(compressed, 3, compressed.length));
      assertThat(client.next()).isEqualTo("81 hello hello hello");
    }
  }

  @Test
  void a_small_message_cannot_become_a_huge_one() throws IOException {
    byte[] bomb = Deflate.compress(new byte[20_000_000]);
    try (FrameClient client = FrameClient.open(server.port(), DEFLATE)) {
      assertThat(client.send(0xc2, bomb).next()).isEqualTo("88 1009");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "permessage-deflate | true",
        "permessage-deflate; client_max_window_bits | true",
        "permessage-deflate; client_max_window_bits=10; server_no_context_takeover | true",
        "permessage-deflate; server_max_window_bits=10 | false",
        "permessage-deflate; server_max_window_bits=10, permessage-deflate | true",
        "permessage-deflate; unknown | false",
        "permessage-deflate; client_max_window_bits=99 | false",
        "x-webkit-deflate-frame | false"
      })
  void an_offer_is_taken_if_it_can_be_kept(String offer, boolean taken) {
    assertThat(Deflate.choose(offer).isPresent()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sec-WebSocket-Version: 13 | Sec-WebSocket-Version: 12 | 426",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ== | Sec-WebSocket-Key: short | 400",
        "Upgrade: websocket | Upgrade: h2c | 400",
        "Connection: keep-alive, Upgrade | Connection: keep-alive | 400",
        "GET /ws | POST /ws | 405"
      })
  void a_handshake_that_is_none_is_refused(String good, String bad, int status) throws IOException {
    try (RawClient client = RawClient.connect(server.port())) {
      client.send(FrameClient.handshake("").replace(good, bad));
      assertThat(client.reply().status()).isEqualTo(status);
    }
  }

  @Test
  void a_page_of_another_host_may_not_connect() throws IOException {
    try (RawClient client = RawClient.connect(server.port())) {
      client.send(FrameClient.handshake("Origin: https://evil.example\r\n"));
      assertThat(client.reply().status()).isEqualTo(403);
      client.send(FrameClient.handshake("Origin: http://localhost\r\n"));
      RawClient.Reply reply = client.reply();
      assertThat(reply.status()).isEqualTo(101);
      assertThat(reply.header("Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
  }

  @Test
  void another_client_agrees_on_a_protocol_and_is_understood() throws Exception {
    var received = new CompletableFuture<String>();
    HttpClient http = HttpClient.newHttpClient();
    try {
      var socket =
          http.newWebSocketBuilder()
              .subprotocols("old", "chat")
              .buildAsync(
                  URI.create("ws://localhost:" + server.port() + "/ws"), new Collecting(received))
              .get(10, TimeUnit.SECONDS);
      var _ = socket.sendText("hel", false).get(10, TimeUnit.SECONDS);
      var _ = socket.sendText("lo", true).get(10, TimeUnit.SECONDS);

      assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo("hello");
      assertThat(socket.getSubprotocol()).isEqualTo("chat");
      var _ = socket.sendClose(1000, "").get(10, TimeUnit.SECONDS);
    } finally {
      http.shutdownNow();
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
