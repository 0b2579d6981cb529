package heddle.http.observe;

import heddle.http.Exchange;
import heddle.http.Handler;
import heddle.http.Observer;
import heddle.http.Response;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a server does. Thread-safe; counting takes no lock. */
public final class Metrics implements Observer {
  /** Upper ends of the histogram's buckets, in nanoseconds: from a cached file to a slow client. */
  private static final long[] BUCKET_NANOS = {
    100_000L,
    500_000L,
    1_000_000L,
    5_000_000L,
    10_000_000L,
    50_000_000L,
    100_000_000L,
    500_000_000L,
    1_000_000_000L,
    5_000_000_000L,
    30_000_000_000L
  };

  private final LongAdder opened = new LongAdder();
  private final LongAdder closed = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder malformed = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  // By the first digit of the status, 1 to 5.
  private final LongAdder[] byClass = adders(6);
  private final LongAdder[] buckets = adders(BUCKET_NANOS.length + 1);

  /** All counts at zero. */
  public Metrics() {}

  @Override
  public void connected() {
    opened.increment();
  }

  @Override
  public void rejected() {
    rejected.increment();
  }

  @Override
  public void disconnected() {
    closed.increment();
  }

  @Override
  public void exchanged(Exchange exchange) {
    byClass[exchange.status().code() / 100].increment();
    bytes.add(exchange.bytes());
    nanos.add(exchange.nanos());
    buckets[bucket(exchange.nanos())].increment();
    if (exchange.request().isEmpty()) {
      malformed.increment();
    }
  }

  /** Returns the number of responses written. */
  public long responses() {
    long sum = 0;
    for (LongAdder count : byClass) {
      sum += count.sum();
    }
    return sum;
  }

  /** Returns the number of connections open now. */
  public long connections() {
    return opened.sum() - closed.sum();
  }

  /** Returns the bytes of all responses. */
  public long bytes() {
    return bytes.sum();
  }

  /** Returns a handler that answers with all counts in Prometheus' text form, version 0.0.4. */
  public Handler page() {
    return _ ->
        Response.text(text())
            .with("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
            .with("Cache-Control", "no-store");
  }

  /** Returns a handler that answers with a page for people. */
  public Handler statusPage() {
    return _ -> Response.html(html()).with("Cache-Control", "no-store");
  }

  private String text() {
    StringBuilder text = new StringBuilder(2048);
    counter(text, "heddle_connections_total", "Connections accepted.", opened.sum());
    counter(text, "heddle_connections_rejected_total", "Connections over a limit.", rejected.sum());
    family(text, "heddle_connections", "gauge", "Connections open now.");
    line(text, "heddle_connections", connections());
    counter(text, "heddle_malformed_requests_total", "Requests refused unread.", malformed.sum());
    counter(text, "heddle_response_bytes_total", "Bytes of responses.", bytes.sum());
    family(text, "heddle_responses_total", "counter", "Responses by class of status.");
    for (int digit = 1; digit < byClass.length; digit++) {
      line(text, "heddle_responses_total{class=\"" + digit + "xx\"}", byClass[digit].sum());
    }
    histogram(text);
    return text.toString();
  }

  private void histogram(StringBuilder text) {
    String name = "heddle_response_seconds";
    family(text, name, "histogram", "Time from a request's head to the end of its response.");
    long sum = 0;
    for (int i = 0; i < BUCKET_NANOS.length; i++) {
      sum += buckets[i].sum();
      line(text, "%s_bucket{le=\"%s\"}".formatted(name, seconds(BUCKET_NANOS[i])), sum);
    }
    sum += buckets[BUCKET_NANOS.length].sum();
    line(text, name + "_bucket{le=\"+Inf\"}", sum);
    text.append(name).append("_sum ").append(seconds(nanos.sum())).append('\n');
    line(text, name + "_count", sum);
  }

  private String html() {
    var runtime = ManagementFactory.getRuntimeMXBean();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return """
    <!doctype html>
    <html lang="en"><meta charset="utf-8"><title>Status</title>
    <style>:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
    body { max-width: 40rem; margin: 2rem auto; } td { padding-right: 2rem; }</style>
    <h1>Status</h1>
    <table>
    <tr><td>Up</td><td>%s</td></tr>
    <tr><td>Connections</td><td>%d</td></tr>
    <tr><td>Responses</td><td>%d</td></tr>
    <tr><td>Bytes sent</td><td>%d</td></tr>
    <tr><td>Heap</td><td>%d MiB of %d MiB</td></tr>
    </table>
    </html>
    """
        .formatted(
            Duration.ofSeconds(runtime.getUptime() / 1000),
            connections(),
            responses(),
            bytes(),
            heap.getUsed() >> 20,
            heap.getMax() >> 20);
  }

  private static int bucket(long nanos) {
    int bucket = 0;
    while (bucket < BUCKET_NANOS.length && nanos > BUCKET_NANOS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  private static void counter(StringBuilder text, String name, String help, long value) {
    family(text, name, "counter", help);
    line(text, name, value);
  }

  private static void family(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String name, long value) {
    text.append(name).append(' ').append(value).append('\n');
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.4f", nanos / (double) TimeUnit.SECONDS.toNanos(1));
  }

  private static LongAdder[] adders(int count) {
    LongAdder[] adders = new LongAdder[count];
    for (int i = 0; i < count; i++) {
      adders[i] = new LongAdder();
    }
    return adders;
  }
}
