package heddle.http.websocket;

import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Status;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The opening handshake (RFC 6455 section 4.2). */
final class Handshake {
  private static final System.Logger LOG = System.getLogger("heddle.http");

  private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private static final int KEY_BYTES = 16;

  private Handshake() {}

  static Response answer(
      Request request, WebSocketSettings settings, WebSocket.Conversation conversation)
      throws HttpException {
    Headers asked = request.headers();
    boolean newEnough = request.version() == Request.HttpVersion.HTTP_1_1;
    require(newEnough && request.method().equals("GET"), "a handshake is a GET of HTTP/1.1");
    require(
        asked.listHolds("Connection", "Upgrade") && asked.listHolds("Upgrade", "websocket"),
        "this address speaks WebSocket only");
    String key = asked.firstOr("Sec-WebSocket-Key", "");
    require(asked.all("Sec-WebSocket-Key").size() == 1 && isKey(key), "the key is malformed");
    if (!asked.firstOr("Sec-WebSocket-Version", "").equals("13")) {
      return Response.of(Status.UPGRADE_REQUIRED).with("Sec-WebSocket-Version", "13");
    }
    if (!isAllowed(request, settings.origins())) {
      throw new HttpException(Status.FORBIDDEN, "the page may not connect here");
    }
    Optional<String> extension =
        settings.compression()
            ? asked.list("Sec-WebSocket-Extensions").flatMap(Deflate::choose)
            : Optional.empty();
    Optional<String> protocol = protocol(asked, settings.protocols());
    Headers.Builder headers = Headers.builder().add("Upgrade", "websocket");
    headers.add("Sec-WebSocket-Accept", accept(key));
    extension.ifPresent(value -> headers.add("Sec-WebSocket-Extensions", value));
    protocol.ifPresent(value -> headers.add("Sec-WebSocket-Protocol", value));
    return Response.upgrade(
        headers.build(),
        connection -> {
          connection.writePause(settings.writePause());
          run(
              new WebSocket(connection, settings, extension.isPresent(), protocol.orElse("")),
              conversation);
        });
  }

  private static void run(WebSocket socket, WebSocket.Conversation conversation)
      throws IOException {
    int code = CloseException.SERVER_ERROR;
    try {
      conversation.run(socket);
      code = CloseException.NORMAL;
    } catch (CloseException e) {
      socket.discard(); // the peer has been told; closing at once could take that back
      return;
    } catch (InterruptedIOException e) {
      code = CloseException.GOING_AWAY; // silent for too long, or the server stops
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a WebSocket conversation failed", e);
    }
    socket.finish(code);
  }

  /** Returns what proves that the handshake was understood. */
  static String accept(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] digest = sha1.digest((key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * A browser says which page asks; a page of another site must not use the visitor's rights here
   * (section 10.2).
   */
  private static boolean isAllowed(Request request, List<String> origins) {
    Optional<String> origin = request.headers().first("Origin");
    if (origin.isEmpty()) {
      return true;
    }
    String own = origin.get().replaceFirst("^[a-z]+://", "");
    return origins.isEmpty()
        ? own.equalsIgnoreCase(request.host())
        : origins.contains(origin.get());
  }

  private static Optional<String> protocol(Headers asked, List<String> spoken) {
    List<String> offered =
        asked
            .list("Sec-WebSocket-Protocol")
            .map(list -> Arrays.stream(list.split(",", -1)).map(String::strip).toList())
            .orElse(List.of());
    return spoken.stream().filter(offered::contains).findFirst();
  }

  private static void require(boolean fulfilled, String reason) throws HttpException {
    if (!fulfilled) {
      throw new HttpException(Status.BAD_REQUEST, reason);
    }
  }
}
