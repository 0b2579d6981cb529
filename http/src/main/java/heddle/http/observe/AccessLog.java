package heddle.http.observe;

import heddle.http.Exchange;
import heddle.http.Headers;
import heddle.http.Observer;
import heddle.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes a line for each response. Lines are collected and written by a thread of its own, so that
 * a slow disk delays no response; when they come faster than they can be written, the newest are
 * dropped and counted. Thread-safe.
 */
public final class AccessLog implements Observer, Closeable {
  /** Lines collected and not written yet: about 10,000. */
  private static final int BYTES_MAX = 2 << 20;

  /** How long a line may wait to be written. */
  private static final long WRITE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final System.Logger LOG = System.getLogger("heddle.http");

  private static final DateTimeFormatter COMBINED_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Form form;
  private final OutputStream out;
  private final Thread writer;
  private final LongAdder dropped = new LongAdder();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private ByteArrayOutputStream collected = new ByteArrayOutputStream(); // guarded by lock
  private boolean closed; // guarded by lock

  /** How a line looks. */
  public enum Form {
    /** As Apache and nginx write it. */
    COMBINED,
    /** One JSON object (RFC 8259) a line. */
    JSON
  }

  private AccessLog(Form form, OutputStream out) {
    this.form = form;
    this.out = out;
    this.writer = Thread.ofPlatform().name("heddle-access-log").daemon().unstarted(this::write);
  }

  /** Starts a log that writes to {@code out}, which it closes at its own end. */
  public static AccessLog start(Form form, OutputStream out) {
    AccessLog log = new AccessLog(form, out);
    log.writer.start();
    return log;
  }

  /** Returns how many lines came too fast to be written. */
  public long dropped() {
    return dropped.sum();
  }

  @Override
  public void exchanged(Exchange exchange) {
    String line = form == Form.COMBINED ? combined(exchange) : json(exchange);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      if (closed || collected.size() + bytes.length > BYTES_MAX) {
        dropped.increment();
      } else {
        collected.writeBytes(bytes);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Writes what has been collected and ends the log. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.close();
  }

  private void write() {
    boolean more = true;
    while (more) {
      more = awaitWriteTime();
      byte[] bytes = take();
      try {
        out.write(bytes);
        out.flush();
      } catch (IOException e) {
        // The disk may be full for a while; requests go on being served, and later lines are tried
        // again.
        LOG.log(Level.WARNING, "access log: {0} bytes lost: {1}", bytes.length, e.getMessage());
      }
    }
  }

  /** Returns false once the log has been closed. */
  private boolean awaitWriteTime() {
    lock.lock();
    try {
      long leftNanos = WRITE_NANOS;
      while (!closed && leftNanos > 0) {
        leftNanos = changed.awaitNanos(leftNanos);
      }
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private byte[] take() {
    lock.lock();
    try {
      byte[] bytes = collected.toByteArray();
      if (bytes.length > 0) {
        collected = new ByteArrayOutputStream(bytes.length);
      }
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  private static String combined(Exchange exchange) {
    Headers headers = exchange.request().map(Request::headers).orElse(Headers.EMPTY);
    StringBuilder line = new StringBuilder(256);
    line.append(address(exchange)).append(" - - [");
    line.append(COMBINED_TIME.format(exchange.begun())).append("] \"");
    quote(requestLine(exchange), line);
    line.append("\" ").append(exchange.status().code()).append(' ').append(exchange.bytes());
    line.append(" \"");
    quote(headers.firstOr("Referer", "-"), line);
    line.append("\" \"");
    quote(headers.firstOr("User-Agent", "-"), line);
    return line.append("\"\n").toString();
  }

  private static String json(Exchange exchange) {
    Headers headers = exchange.request().map(Request::headers).orElse(Headers.EMPTY);
    StringBuilder line = new StringBuilder(256).append('{');
    field("time", exchange.begun().toString(), line);
    field("remote", address(exchange), line);
    field("method", exchange.request().map(Request::method).orElse(""), line);
    field("target", exchange.request().map(request -> request.target().raw()).orElse(""), line);
    field("agent", headers.firstOr("User-Agent", ""), line);
    line.append("\"status\":").append(exchange.status().code());
    line.append(",\"bytes\":").append(exchange.bytes());
    line.append(",\"micros\":").append(TimeUnit.NANOSECONDS.toMicros(exchange.nanos()));
    return line.append("}\n").toString();
  }

  private static void field(String name, String value, StringBuilder line) {
    line.append('"').append(name).append("\":\"");
    quote(value, line);
    line.append("\",");
  }

  private static String address(Exchange exchange) {
    return exchange.remote().getAddress().getHostAddress();
  }

  private static String requestLine(Exchange exchange) {
    return exchange
        .request()
        .map(request -> request.method() + " " + request.target().raw() + " " + request.version())
        .orElse("-");
  }

  /**
   * Appends what a client said so that it cannot end a quotation or a line; valid in both forms.
   */
  private static void quote(String text, StringBuilder line) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        line.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        line.append(c);
      }
    }
  }
}
