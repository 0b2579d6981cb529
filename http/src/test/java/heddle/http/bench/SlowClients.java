package heddle.http.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Five kinds of slow clients at once; prints how long a server bears each, and whether it served
 * others meanwhile.
 */
final class SlowClients {
  private static final long GIVE_UP_SECONDS = 200;

  private final int port;

  private SlowClients(int port) {
    this.port = port;
  }

  /** What a client sends first and then a second each. */
  private record Kind(String name, String first, String drop) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("silent", "", ""),
          new Kind("idle", "GET /1k HTTP/1.1\r\nHost: a\r\n\r\n", ""),
          new Kind("dripping head", "GET / HTTP/1.1\r\nHost: a\r\n", "X: y\r\n"),
          new Kind(
              "dripping body",
              "POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n",
              "x"),
          new Kind("not reading", "GET /1m HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20), ""));

  /** Arguments: port. */
  public static void main(String[] arguments) throws InterruptedException {
    var clients = new SlowClients(Integer.parseInt(arguments[0]));
    List<Thread> threads = new ArrayList<>();
    for (Kind kind : KINDS) {
      threads.add(Thread.ofVirtual().start(() -> clients.bear(kind)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void bear(Kind kind) {
    long begun = System.nanoTime();
    boolean othersServed = true;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setReceiveBufferSize(4096);
      send(socket, kind.first());
      while (!isShed(socket, kind) && seconds(begun) < GIVE_UP_SECONDS) {
        othersServed &= serves();
        TimeUnit.SECONDS.sleep(1);
        send(socket, kind.drop());
      }
    } catch (IOException e) {
      // reset: shed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %4d s   others %s%n",
        kind.name(),
        seconds(begun),
        othersServed ? "served" : "NOT served");
  }

  /** Only the kind that reads can see the end; the other finds it when it writes. */
  private static boolean isShed(Socket socket, Kind kind) throws IOException {
    if (kind.name().equals("not reading")) {
      socket.getOutputStream().write("\r\n".getBytes(StandardCharsets.US_ASCII));
      return false;
    }
    socket.setSoTimeout(10);
    try {
      int read = socket.getInputStream().read(new byte[8192]);
      return read < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private boolean serves() {
    try (Socket other = new Socket(InetAddress.getLoopbackAddress(), port)) {
      other.setSoTimeout(5000);
      send(other, "GET /small HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      return other.getInputStream().read() == 'H';
    } catch (IOException e) {
      return false;
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static long seconds(long begun) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
  }
}
