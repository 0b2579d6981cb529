package heddle.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Server-sent events (WHATWG HTML, section 9.2): one stream of texts to a browser, each sent at
 * once.
 */
public final class ServerSentEvents {
  private final OutputStream out;

  private ServerSentEvents(OutputStream out) {
    this.out = out;
  }

  /** Produces events until it returns. */
  @FunctionalInterface
  public interface Source {
    /**
     * Sends events; runs as long as the stream shall be open.
     *
     * @throws IOException if the browser is gone; let it pass
     */
    void sendTo(ServerSentEvents events) throws IOException;
  }

  /** Returns a response that streams the events of {@code source}. */
  public static Response response(Source source) {
    return Response.stream(
            "text/event-stream",
            out -> {
              out.flush();
              source.sendTo(new ServerSentEvents(out));
            })
        .with("Cache-Control", "no-store");
  }

  /** Sends an event without a name. */
  public void send(String text) throws IOException {
    write(fields("data", text) + "\n");
  }

  /**
   * Sends an event with a name and an id, which the browser names when it comes back.
   *
   * @throws IllegalArgumentException if name or id holds a line end
   */
  public void send(String name, String id, String text) throws IOException {
    write("event: " + oneLine(name) + "\nid: " + oneLine(id) + "\n" + fields("data", text) + "\n");
  }

  /** Tells the browser how long to wait before it comes back. */
  public void retryAfter(Duration wait) throws IOException {
    write("retry: " + wait.toMillis() + "\n\n");
  }

  /** Sends nothing that the browser sees; finds out whether it is still there. */
  public void keepAlive() throws IOException {
    write(":\n\n");
  }

  private void write(String event) throws IOException {
    out.write(event.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String fields(String name, String text) {
    StringBuilder lines = new StringBuilder();
    text.lines().forEach(line -> lines.append(name).append(": ").append(line).append('\n'));
    return lines.isEmpty() ? name + ":\n" : lines.toString();
  }

  private static String oneLine(String text) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("event: expected one line, got several");
    }
    return text;
  }
}
