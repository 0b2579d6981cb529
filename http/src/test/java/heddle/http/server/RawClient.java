package heddle.http.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A client that says exactly what it is told to, over loopback, and reads responses by the letter.
 */
public final class RawClient implements Closeable {
  /**
   * Nothing in a test takes longer; a server that hangs makes a test fail instead of hanging it.
   */
  private static final int READ_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  private RawClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** A response. */
  public record Reply(int status, TreeMap<String, String> headers, String body) {
    /** Returns the value of a field, or an empty text. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  public static RawClient connect(int port) throws IOException {
    return over(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  public static RawClient over(Socket socket) throws IOException {
    socket.setSoTimeout(READ_MILLIS);
    socket.setTcpNoDelay(true);
    return new RawClient(socket);
  }

  public Socket socket() {
    return socket;
  }

  public InputStream in() {
    return in;
  }

  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Sends a GET with a host. */
  public RawClient get(String target) throws IOException {
    return send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }

  /** Reads one response to a request that was no HEAD. */
  public Reply reply() throws IOException {
    return reply(false);
  }

  /** Reads one response. */
  public Reply reply(boolean head) throws IOException {
    String line = line();
    int status = Integer.parseInt(line.substring(9, 12));
    TreeMap<String, String> headers = new TreeMap<>();
    for (String field = line(); !field.isEmpty(); field = line()) {
      int colon = field.indexOf(':');
      headers.merge(
          field.substring(0, colon).toLowerCase(Locale.ROOT),
          field.substring(colon + 1).strip(),
          (a, b) -> a + ", " + b);
    }
    boolean bodiless = head || status < 200 || status == 204 || status == 304;
    return new Reply(status, headers, bodiless ? "" : body(headers));
  }

  /** Returns whether the server has closed, reading away nothing else. */
  public boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (IOException e) {
      return e.getMessage() != null && e.getMessage().contains("reset");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      return chunks(headers);
    }
    String length = headers.get("content-length");
    byte[] bytes = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    if (length != null && bytes.length < Integer.parseInt(length)) {
      throw new EOFException("the body ended too early");
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private String chunks(Map<String, String> headers) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      bytes.writeBytes(in.readNBytes(size));
      if (!line().isEmpty()) {
        throw new IOException("a chunk is longer than it says");
      }
    }
    for (String trailer = line(); !trailer.isEmpty(); trailer = line()) {
      headers.put("trailer:" + trailer.toLowerCase(Locale.ROOT), trailer);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private String line() throws IOException {
    var bytes = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      bytes.write(b);
      b = in.read();
    }
    if (b < 0) {
      throw new EOFException("the server closed after: " + bytes);
    }
    String line = bytes.toString(StandardCharsets.ISO_8859_1);
    if (!line.endsWith("\r")) {
      throw new IOException("a line ends without a carriage return: " + line);
    }
    return line.substring(0, line.length() - 1);
  }
}
