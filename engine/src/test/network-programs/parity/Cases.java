package parity;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** How a case is run and told, and what cases share. */
final class Cases {
  private Cases() {}

  interface Case {
    Object run() throws Exception;
  }

  interface Act {
    void run() throws Exception;
  }

  interface WithPair {
    Object run(Socket client, Socket server) throws Exception;
  }

  interface WithChannels {
    Object run(SocketChannel client, SocketChannel server) throws Exception;
  }

  interface WithSockets {
    Object run(DatagramSocket one, DatagramSocket two) throws Exception;
  }

  static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  static void show(String name, Case body) {
    String outcome;
    try {
      outcome = String.valueOf(body.run());
    } catch (Exception e) {
      outcome = e.getClass().getName() + ": " + e.getMessage();
    }
    System.out.println(name + ": " + outcome.replaceAll("\\d{4,5}", "N"));
  }

  /** Runs {@code body} on the two ends of a connection. */
  static void tcp(String name, WithPair body) {
    show(
        "tcp " + name,
        () -> {
          try (ServerSocket listener = new ServerSocket(0, 5, LOOPBACK);
              Socket client = new Socket(LOOPBACK, listener.getLocalPort());
              Socket server = listener.accept()) {
            return body.run(client, server);
          }
        });
  }

  static void nio(String name, WithChannels body) {
    show(
        "nio " + name,
        () -> {
          try (ServerSocketChannel listener =
                  ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
              SocketChannel client = SocketChannel.open(listener.getLocalAddress());
              SocketChannel server = listener.accept()) {
            return body.run(client, server);
          }
        });
  }

  static void udp(String name, WithSockets body) {
    show(
        "udp " + name,
        () -> {
          try (DatagramSocket one = new DatagramSocket(0, LOOPBACK);
              DatagramSocket two = new DatagramSocket(0, LOOPBACK)) {
            one.setSoTimeout(2000);
            two.setSoTimeout(2000);
            return body.run(one, two);
          }
        });
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(bytes(text));
  }

  /** Returns what an operation that is to fail fails with. */
  static String failure(Case body) {
    try {
      return "no failure but " + body.run();
    } catch (Exception e) {
      return e.getClass().getName() + ": " + e.getMessage();
    }
  }

  static String failing(Act body) {
    return failure(
        () -> {
          body.run();
          return "nothing";
        });
  }

  static int closedPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      return taken.getLocalPort();
    }
  }

  /** Waits until bytes have arrived: on real loopback that takes a moment. */
  static void arrived(Socket socket) throws IOException {
    while (socket.getInputStream().available() == 0) {
      Thread.yield();
    }
  }

  static String read(Socket socket, int count) throws IOException {
    return new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
  }

  static String read(SocketChannel channel, int count) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(count);
    while (into.hasRemaining() && channel.read(into) >= 0) {
      Thread.onSpinWait();
    }
    return new String(into.array(), 0, into.position(), StandardCharsets.UTF_8);
  }

  static void send(DatagramSocket from, DatagramSocket to, String text) throws IOException {
    from.send(new DatagramPacket(bytes(text), bytes(text).length, to.getLocalSocketAddress()));
  }

  static String receive(DatagramSocket socket, int most) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[most], most);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  /** Runs {@code act} in a thread, then {@code then}, and returns what the thread came to. */
  static String meanwhile(Case act, Act then) throws Exception {
    String[] outcome = new String[1];
    Thread thread = new Thread(() -> outcome[0] = failure(act));
    thread.start();
    Thread.sleep(50);
    then.run();
    thread.join();
    return outcome[0];
  }
}
