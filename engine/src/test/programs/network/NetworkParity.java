// verdict: passes
// network: none
// executions: 1
// why: each case prints what it saw; on real loopback it must print the same.

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

public class NetworkParity {
  interface Case {
    Object run() throws Exception;
  }

  interface WithPair {
    Object run(Socket client, Socket server) throws Exception;
  }

  interface WithChannels {
    Object run(SocketChannel client, SocketChannel server) throws Exception;
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

  interface Act {
    void run() throws Exception;
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

  public static void main(String[] args) throws Exception {
    listeners();
    connections();
    streams();
    ends();
    resets();
    timeouts();
    socketOptions();
    closedSockets();
    datagrams();
    datagramErrors();
    channels();
    nonBlocking();
    selectors();
    channelErrors();
    datagramChannels();
    pipes();
    threads();
    names();
  }

  static void listeners() {
    show("listener has a port", () -> {
      try (ServerSocket s = new ServerSocket(0)) {
        return s.getLocalPort() > 0;
      }
    });
    show("listener is bound", () -> {
      try (ServerSocket s = new ServerSocket(0)) {
        return s.isBound() + " " + s.isClosed() + " " + s.getInetAddress();
      }
    });
    show("unbound listener", () -> {
      try (ServerSocket s = new ServerSocket()) {
        return s.isBound() + " " + s.getLocalPort() + " " + s.getLocalSocketAddress();
      }
    });
    show("accept unbound", () -> {
      try (ServerSocket s = new ServerSocket()) {
        return s.accept();
      }
    });
    show("bind twice", () -> {
      try (ServerSocket s = new ServerSocket(0)) {
        s.bind(new InetSocketAddress(LOOPBACK, 0));
        return "bound";
      }
    });
    show("port in use", () -> {
      try (ServerSocket one = new ServerSocket(0, 5, LOOPBACK);
          ServerSocket two = new ServerSocket(one.getLocalPort(), 5, LOOPBACK)) {
        return two;
      }
    });
    show("port in use by the wildcard", () -> {
      try (ServerSocket one = new ServerSocket(0);
          ServerSocket two = new ServerSocket(one.getLocalPort(), 5, LOOPBACK)) {
        return two;
      }
    });
    show("port free again", () -> {
      int port = closedPort();
      try (ServerSocket s = new ServerSocket(port, 5, LOOPBACK)) {
        return s.getLocalPort() == port;
      }
    });
    show("bind to a foreign address", () -> {
      try (ServerSocket s = new ServerSocket()) {
        s.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {8, 8, 8, 8}), 0));
        return "bound";
      }
    });
    show("bad port", () -> new ServerSocket(70_000));
    show("accept on closed", () -> {
      ServerSocket s = new ServerSocket(0);
      s.close();
      return s.accept();
    });
    show("accept times out", () -> {
      try (ServerSocket s = new ServerSocket(0)) {
        s.setSoTimeout(20);
        return s.accept();
      }
    });
    show("connections wait for accept", () -> {
      try (ServerSocket s = new ServerSocket(0, 5, LOOPBACK);
          Socket a = new Socket(LOOPBACK, s.getLocalPort());
          Socket b = new Socket(LOOPBACK, s.getLocalPort());
          Socket first = s.accept();
          Socket second = s.accept()) {
        return first.getPort() == a.getLocalPort() && second.getPort() == b.getLocalPort();
      }
    });
    show("listener closes while connections wait", () -> {
      ServerSocket s = new ServerSocket(0, 5, LOOPBACK);
      try (Socket a = new Socket(LOOPBACK, s.getLocalPort())) {
        s.close();
        return a.getInputStream().read();
      }
    });
    show("listener's reuse option", () -> {
      try (ServerSocket s = new ServerSocket()) {
        return s.getReuseAddress();
      }
    });
  }

  static void connections() {
    show("refused", () -> new Socket(LOOPBACK, closedPort()));
    show("refused with a time-out", () -> {
      try (Socket s = new Socket()) {
        s.connect(new InetSocketAddress(LOOPBACK, closedPort()), 1000);
        return "connected";
      }
    });
    show("closed after refusal", () -> {
      Socket s = new Socket();
      try {
        s.connect(new InetSocketAddress(LOOPBACK, closedPort()));
      } catch (ConnectException e) {
        return s.isClosed();
      }
      return "connected";
    });
    show("unresolved", () -> {
      try (Socket s = new Socket()) {
        s.connect(InetSocketAddress.createUnresolved("nowhere.invalid", 80));
        return "connected";
      }
    });
    tcp("addresses", (c, s) -> c.getPort() == s.getLocalPort() && c.getLocalPort() == s.getPort());
    tcp("remote address", (c, s) -> c.getInetAddress() + " " + c.getRemoteSocketAddress());
    tcp("local address", (c, s) -> s.getLocalAddress() + " " + s.getLocalSocketAddress());
    tcp("states", (c, s) -> c.isConnected() + " " + c.isBound() + " " + c.isClosed());
    tcp("connect twice", (c, s) -> failing(() -> c.connect(s.getLocalSocketAddress())));
    tcp("bind connected", (c, s) -> failing(() -> c.bind(new InetSocketAddress(0))));
    tcp("text", (c, s) -> c + " " + s);
    show("bound client", () -> {
      try (ServerSocket l = new ServerSocket(0, 5, LOOPBACK);
          Socket c = new Socket()) {
        c.bind(new InetSocketAddress(LOOPBACK, 0));
        int port = c.getLocalPort();
        c.connect(l.getLocalSocketAddress());
        try (Socket s = l.accept()) {
          return s.getPort() == port;
        }
      }
    });
    show("not connected", () -> {
      try (Socket s = new Socket()) {
        return s.getInputStream();
      }
    });
    show("fresh socket", () -> {
      try (Socket s = new Socket()) {
        return s.getLocalPort() + " " + s.getPort() + " " + s.getInetAddress() + " " + s.isBound();
      }
    });
    show("connect by name", () -> {
      try (ServerSocket l = new ServerSocket(0, 5, LOOPBACK);
          Socket c = new Socket("localhost", l.getLocalPort())) {
        return c.getInetAddress();
      }
    });
  }

  static void streams() {
    tcp("a byte", (c, s) -> {
      c.getOutputStream().write(200);
      return s.getInputStream().read();
    });
    tcp("an array", (c, s) -> {
      c.getOutputStream().write(bytes("hello"));
      return read(s, 5);
    });
    tcp("part of an array", (c, s) -> {
      c.getOutputStream().write(bytes("hello"), 1, 3);
      return read(s, 3);
    });
    tcp("both ways", (c, s) -> {
      c.getOutputStream().write(bytes("ping"));
      String got = read(s, 4);
      s.getOutputStream().write(bytes("pong"));
      return got + read(c, 4);
    });
    tcp("writes are joined", (c, s) -> {
      c.getOutputStream().write(bytes("ab"));
      c.getOutputStream().write(bytes("cd"));
      return read(s, 4);
    });
    tcp("reads in parts", (c, s) -> {
      c.getOutputStream().write(bytes("abcd"));
      return read(s, 1) + "-" + read(s, 3);
    });
    tcp("available", (c, s) -> {
      int before = s.getInputStream().available();
      c.getOutputStream().write(bytes("abc"));
      arrived(s);
      return before + " " + s.getInputStream().available();
    });
    tcp("read of nothing", (c, s) -> s.getInputStream().read(new byte[0]));
    tcp("write of nothing", (c, s) -> {
      c.getOutputStream().write(new byte[0]);
      c.getOutputStream().write(9);
      return s.getInputStream().read();
    });
    tcp("bad range to read", (c, s) -> s.getInputStream().read(new byte[2], 1, 4));
    tcp("bad range to write", (c, s) -> failing(() -> c.getOutputStream().write(new byte[2], 1, 4)));
    tcp("lines", (c, s) -> {
      PrintWriter out = new PrintWriter(c.getOutputStream(), true, StandardCharsets.UTF_8);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.UTF_8));
      out.println("one");
      out.println("zwei Wörter");
      return in.readLine() + "," + in.readLine();
    });
    tcp("data streams", (c, s) -> {
      DataOutputStream out = new DataOutputStream(c.getOutputStream());
      out.writeInt(42);
      out.writeUTF("text");
      out.writeLong(-1);
      DataInputStream in = new DataInputStream(s.getInputStream());
      return in.readInt() + in.readUTF() + in.readLong();
    });
    tcp("skip", (c, s) -> {
      c.getOutputStream().write(bytes("abcdef"));
      s.getInputStream().skipNBytes(4);
      return read(s, 2);
    });
    tcp("20,000 bytes", (c, s) -> {
      c.getOutputStream().write(new byte[20_000]);
      return s.getInputStream().readNBytes(20_000).length;
    });
    tcp("no mark", (c, s) -> s.getInputStream().markSupported());
  }

  static void ends() {
    tcp("close ends the stream", (c, s) -> {
      c.close();
      return s.getInputStream().read();
    });
    tcp("bytes before the end", (c, s) -> {
      c.getOutputStream().write(bytes("bye"));
      c.close();
      return new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    });
    tcp("end again", (c, s) -> {
      c.close();
      s.getInputStream().read();
      return s.getInputStream().read();
    });
    tcp("half-close", (c, s) -> {
      c.getOutputStream().write(bytes("question"));
      c.shutdownOutput();
      String got = new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      s.getOutputStream().write(bytes("answer"));
      return got + " " + read(c, 6);
    });
    tcp("write after half-close", (c, s) -> {
      c.shutdownOutput();
      return failing(() -> c.getOutputStream().write(1));
    });
    tcp("read after shutting input down", (c, s) -> {
      c.shutdownInput();
      return c.getInputStream().read();
    });
    tcp("available after shutting input down", (c, s) -> {
      c.shutdownInput();
      return c.getInputStream().available();
    });
    tcp("half-close twice", (c, s) -> {
      c.shutdownOutput();
      return failing(c::shutdownOutput);
    });
    tcp("shut down flags", (c, s) -> {
      c.shutdownInput();
      return c.isInputShutdown() + " " + c.isOutputShutdown();
    });
    tcp("closing a stream closes the socket", (c, s) -> {
      c.getInputStream().close();
      return c.isClosed();
    });
    tcp("read line at the end", (c, s) -> {
      c.close();
      return new BufferedReader(new InputStreamReader(s.getInputStream())).readLine();
    });
    tcp("line without an end", (c, s) -> {
      c.getOutputStream().write(bytes("rest"));
      c.close();
      return new BufferedReader(new InputStreamReader(s.getInputStream())).readLine();
    });
    tcp("data stream at the end", (c, s) -> {
      c.getOutputStream().write(1);
      c.close();
      return new DataInputStream(s.getInputStream()).readInt();
    });
  }

  static void resets() {
    tcp("unread bytes reset", (c, s) -> {
      s.getOutputStream().write(bytes("never read"));
      arrived(c);
      c.close();
      return failure(() -> s.getInputStream().read());
    });
    tcp("linger 0 resets", (c, s) -> {
      c.setSoLinger(true, 0);
      c.close();
      return failure(() -> s.getInputStream().read());
    });
    tcp("reset is told again", (c, s) -> {
      c.setSoLinger(true, 0);
      c.close();
      failure(() -> s.getInputStream().read());
      return failure(() -> s.getInputStream().read());
    });
    tcp("write after a reset was read", (c, s) -> {
      c.setSoLinger(true, 0);
      c.close();
      failure(() -> s.getInputStream().read());
      return failing(() -> s.getOutputStream().write(1));
    });
    tcp("write to a closed peer", (c, s) -> {
      c.close();
      s.getInputStream().read();
      s.getOutputStream().write(1);
      String last = "";
      for (int i = 0; i < 1000 && last.isEmpty(); i++) {
        Thread.sleep(1);
        String outcome = failing(() -> s.getOutputStream().write(1));
        last = outcome.startsWith("no failure") ? "" : outcome;
      }
      return last;
    });
  }

  static void timeouts() {
    tcp("read times out", (c, s) -> {
      c.setSoTimeout(20);
      return c.getInputStream().read();
    });
    tcp("read after a time-out", (c, s) -> {
      c.setSoTimeout(20);
      failure(() -> c.getInputStream().read());
      s.getOutputStream().write(5);
      c.setSoTimeout(0);
      return c.getInputStream().read();
    });
    tcp("bytes within the time-out", (c, s) -> {
      c.setSoTimeout(5000);
      s.getOutputStream().write(5);
      return c.getInputStream().read();
    });
    tcp("negative time-out", (c, s) -> failing(() -> c.setSoTimeout(-1)));
    tcp("time-out is kept", (c, s) -> {
      c.setSoTimeout(123);
      return c.getSoTimeout();
    });
  }

  static void socketOptions() {
    tcp("no delay", (c, s) -> {
      boolean before = c.getTcpNoDelay();
      c.setTcpNoDelay(true);
      return before + " " + c.getTcpNoDelay();
    });
    tcp("keep alive", (c, s) -> {
      boolean before = c.getKeepAlive();
      c.setKeepAlive(true);
      return before + " " + c.getKeepAlive();
    });
    tcp("linger", (c, s) -> {
      int before = c.getSoLinger();
      c.setSoLinger(true, 7);
      int on = c.getSoLinger();
      c.setSoLinger(false, 0);
      return before + " " + on + " " + c.getSoLinger();
    });
    tcp("reuse", (c, s) -> c.getReuseAddress());
    tcp("urgent byte inline", (c, s) -> {
      boolean before = c.getOOBInline();
      c.setOOBInline(true);
      return before + " " + c.getOOBInline();
    });
    tcp("urgent byte", (c, s) -> {
      s.setOOBInline(true);
      c.sendUrgentData(65);
      return s.getInputStream().read();
    });
    tcp("buffers have a size", (c, s) -> c.getSendBufferSize() > 0 && c.getReceiveBufferSize() > 0);
    tcp("bad buffer size", (c, s) -> failing(() -> c.setSendBufferSize(0)));
    tcp("option by name", (c, s) -> {
      c.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return c.getOption(StandardSocketOptions.TCP_NODELAY);
    });
    tcp("unknown option", (c, s) -> c.getOption(StandardSocketOptions.IP_MULTICAST_TTL));
  }

  static void closedSockets() {
    tcp("read closed", (c, s) -> {
      InputStream in = c.getInputStream();
      c.close();
      return in.read();
    });
    tcp("write closed", (c, s) -> {
      var out = c.getOutputStream();
      c.close();
      return failing(() -> out.write(1));
    });
    tcp("available closed", (c, s) -> {
      InputStream in = c.getInputStream();
      c.close();
      return in.available();
    });
    tcp("stream of closed", (c, s) -> {
      c.close();
      return c.getInputStream();
    });
    tcp("option of closed", (c, s) -> {
      c.close();
      return c.getTcpNoDelay();
    });
    tcp("close twice", (c, s) -> {
      c.close();
      c.close();
      return c.isClosed() + " " + c.isConnected();
    });
    tcp("shut closed down", (c, s) -> {
      c.close();
      return failing(c::shutdownOutput);
    });
  }

  interface WithSockets {
    Object run(DatagramSocket one, DatagramSocket two) throws Exception;
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

  static void send(DatagramSocket from, DatagramSocket to, String text) throws IOException {
    from.send(new DatagramPacket(bytes(text), bytes(text).length, to.getLocalSocketAddress()));
  }

  static String receive(DatagramSocket socket, int most) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[most], most);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  static void datagrams() {
    udp("a datagram", (a, b) -> {
      send(a, b, "hello");
      return receive(b, 100);
    });
    udp("boundaries are kept", (a, b) -> {
      send(a, b, "one");
      send(a, b, "two");
      return receive(b, 100) + "," + receive(b, 100);
    });
    udp("truncation", (a, b) -> {
      send(a, b, "hello");
      send(a, b, "next");
      return receive(b, 2) + "," + receive(b, 100);
    });
    udp("empty datagram", (a, b) -> {
      send(a, b, "");
      return receive(b, 10).length();
    });
    udp("sender", (a, b) -> {
      send(a, b, "x");
      DatagramPacket packet = new DatagramPacket(new byte[1], 1);
      b.receive(packet);
      return packet.getPort() == a.getLocalPort() && packet.getAddress().equals(LOOPBACK);
    });
    udp("answer", (a, b) -> {
      send(a, b, "q");
      DatagramPacket packet = new DatagramPacket(new byte[1], 1);
      b.receive(packet);
      b.send(packet);
      return receive(a, 10);
    });
    udp("time-out", (a, b) -> {
      b.setSoTimeout(20);
      return receive(b, 10);
    });
    udp("connected", (a, b) -> {
      a.connect(b.getLocalSocketAddress());
      a.send(new DatagramPacket(bytes("hi"), 2));
      return receive(b, 10) + a.isConnected() + a.getInetAddress();
    });
    udp("connected hears its peer alone", (a, b) -> {
      try (DatagramSocket stranger = new DatagramSocket(0, LOOPBACK)) {
        a.connect(b.getLocalSocketAddress());
        send(stranger, a, "no");
        send(b, a, "yes");
        return receive(a, 10);
      }
    });
    udp("disconnect", (a, b) -> {
      a.connect(b.getLocalSocketAddress());
      a.disconnect();
      return a.isConnected() + " " + a.getInetAddress() + " " + a.getPort();
    });
    udp("60,000 bytes", (a, b) -> {
      a.send(new DatagramPacket(new byte[60_000], 60_000, b.getLocalSocketAddress()));
      return receive(b, 65_000).length();
    });
    udp("broadcast flag", (a, b) -> a.getBroadcast());
    udp("reuse flag", (a, b) -> a.getReuseAddress());
    udp("states", (a, b) -> a.isBound() + " " + a.isClosed() + " " + a.isConnected());
  }

  static void datagramErrors() {
    udp("too long", (a, b) ->
        failing(() -> a.send(
            new DatagramPacket(new byte[65_508], 65_508, b.getLocalSocketAddress()))));
    udp("port in use", (a, b) -> new DatagramSocket(a.getLocalPort(), LOOPBACK));
    udp("to no one", (a, b) -> {
      int port = b.getLocalPort();
      b.close();
      a.send(new DatagramPacket(new byte[1], 1, LOOPBACK, port));
      a.setSoTimeout(20);
      return receive(a, 10);
    });
    udp("connected to no one", (a, b) -> {
      SocketAddress gone = b.getLocalSocketAddress();
      b.close();
      a.connect(gone);
      a.send(new DatagramPacket(new byte[1], 1));
      return receive(a, 10);
    });
    udp("other target when connected", (a, b) -> {
      a.connect(b.getLocalSocketAddress());
      return failing(() -> a.send(new DatagramPacket(new byte[1], 1, LOOPBACK, 9)));
    });
    udp("send closed", (a, b) -> {
      a.close();
      return failing(() -> send(a, b, "x"));
    });
    udp("receive closed", (a, b) -> {
      a.close();
      return receive(a, 10);
    });
    udp("no target", (a, b) -> failing(() -> a.send(new DatagramPacket(new byte[1], 1))));
  }

  static void channels() {
    nio("read and write", (c, s) -> {
      c.write(buffer("hello"));
      return read(s, 5);
    });
    nio("write tells how much", (c, s) -> c.write(buffer("hello")));
    nio("gather and scatter", (c, s) -> {
      long sent = c.write(new ByteBuffer[] {buffer("ab"), buffer("cde")});
      ByteBuffer one = ByteBuffer.allocate(3);
      ByteBuffer two = ByteBuffer.allocate(2);
      long got = 0;
      while (got < 5) {
        got += s.read(new ByteBuffer[] {one, two});
      }
      return sent + new String(one.array()) + "," + new String(two.array());
    });
    nio("end of stream", (c, s) -> {
      c.close();
      return s.read(ByteBuffer.allocate(5));
    });
    nio("half-close", (c, s) -> {
      c.shutdownOutput();
      return s.read(ByteBuffer.allocate(5)) + " " + s.write(buffer("x"));
    });
    nio("addresses", (c, s) -> c.getLocalAddress().equals(s.getRemoteAddress()));
    nio("states", (c, s) -> c.isConnected() + " " + c.isOpen() + " " + c.isBlocking());
    nio("read into a full buffer", (c, s) -> s.read(ByteBuffer.allocate(0)));
    nio("socket of a channel", (c, s) -> {
      c.socket().getOutputStream().write(bytes("via stream"));
      return read(s, 10);
    });
    nio("direct buffers", (c, s) -> {
      ByteBuffer direct = ByteBuffer.allocateDirect(3).put(bytes("abc")).flip();
      c.write(direct);
      return read(s, 3);
    });
    nio("reset", (c, s) -> {
      c.setOption(StandardSocketOptions.SO_LINGER, 0);
      c.close();
      return failure(() -> s.read(ByteBuffer.allocate(1)));
    });
  }

  static void nonBlocking() {
    nio("nothing to read", (c, s) -> {
      s.configureBlocking(false);
      return s.read(ByteBuffer.allocate(5));
    });
    nio("something to read", (c, s) -> {
      c.write(buffer("abc"));
      s.configureBlocking(false);
      return read(s, 3);
    });
    show("nio nothing to accept", () -> {
      try (ServerSocketChannel l =
          ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
        l.configureBlocking(false);
        return l.accept();
      }
    });
    show("nio finish connect", () -> {
      try (ServerSocketChannel l =
              ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
          SocketChannel c = SocketChannel.open()) {
        c.configureBlocking(false);
        boolean connected = c.connect(l.getLocalAddress());
        while (!connected) {
          connected = c.finishConnect();
        }
        return c.isConnected() + " " + c.isConnectionPending();
      }
    });
    show("nio finish refused", () -> {
      try (SocketChannel c = SocketChannel.open()) {
        c.configureBlocking(false);
        c.connect(new InetSocketAddress(LOOPBACK, closedPort()));
        while (!c.finishConnect()) {
          Thread.onSpinWait();
        }
        return "connected";
      }
    });
    nio("writer is stopped", (c, s) -> {
      c.configureBlocking(false);
      ByteBuffer much = ByteBuffer.allocate(1 << 20);
      long sum = 0;
      int n = 1;
      for (int i = 0; i < 100 && n > 0; i++) {
        much.clear();
        n = c.write(much);
        sum += n;
      }
      return n == 0 && sum > 0;
    });
    nio("blocking stream of a non-blocking channel", (c, s) -> {
      c.configureBlocking(false);
      return failure(() -> c.socket().getInputStream().read());
    });
  }

  static void selectors() {
    show("select nothing", () -> {
      try (Selector selector = Selector.open()) {
        return selector.selectNow() + " " + selector.keys().size() + " " + selector.isOpen();
      }
    });
    show("select times out", () -> {
      try (Selector selector = Selector.open()) {
        return selector.select(20);
      }
    });
    show("wake-up before select", () -> {
      try (Selector selector = Selector.open()) {
        selector.wakeup();
        return selector.select();
      }
    });
    show("selectable for accept", () -> {
      try (Selector selector = Selector.open();
          ServerSocketChannel l =
              ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
        l.configureBlocking(false);
        SelectionKey key = l.register(selector, SelectionKey.OP_ACCEPT);
        int before = selector.selectNow();
        try (SocketChannel c = SocketChannel.open(l.getLocalAddress())) {
          return before + " " + selector.select() + " " + key.isAcceptable() + c.isOpen();
        }
      }
    });
    nio("selectable for reading", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        SelectionKey key = s.register(selector, SelectionKey.OP_READ);
        int before = selector.selectNow();
        c.write(buffer("x"));
        return before + " " + selector.select() + " " + key.isReadable();
      }
    });
    nio("selectable at the end", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        SelectionKey key = s.register(selector, SelectionKey.OP_READ);
        c.close();
        return selector.select() + " " + key.isReadable() + s.read(ByteBuffer.allocate(1));
      }
    });
    nio("selectable for writing", (c, s) -> {
      try (Selector selector = Selector.open()) {
        c.configureBlocking(false);
        SelectionKey key = c.register(selector, SelectionKey.OP_WRITE);
        return selector.select() + " " + key.isWritable() + " " + key.isReadable();
      }
    });
    nio("selected again while unread", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        s.register(selector, SelectionKey.OP_READ);
        c.write(buffer("x"));
        int first = selector.select();
        selector.selectedKeys().clear();
        return first + " " + selector.select();
      }
    });
    nio("cancelled key", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        SelectionKey key = s.register(selector, SelectionKey.OP_READ);
        key.cancel();
        selector.selectNow();
        return key.isValid() + " " + selector.keys().size() + " " + s.isRegistered();
      }
    });
    nio("closed channel leaves", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        s.register(selector, SelectionKey.OP_READ);
        s.close();
        selector.selectNow();
        return selector.keys().size();
      }
    });
    nio("interest of zero", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        SelectionKey key = s.register(selector, SelectionKey.OP_READ);
        c.write(buffer("x"));
        key.interestOps(0);
        return selector.selectNow();
      }
    });
    show("closed selector", () -> {
      Selector selector = Selector.open();
      selector.close();
      return selector.select();
    });
    nio("register a blocking channel", (c, s) -> {
      try (Selector selector = Selector.open()) {
        return s.register(selector, SelectionKey.OP_READ);
      }
    });
    show("connect by selector", () -> {
      try (Selector selector = Selector.open();
          ServerSocketChannel l =
              ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
          SocketChannel c = SocketChannel.open()) {
        c.configureBlocking(false);
        if (!c.connect(l.getLocalAddress())) {
          c.register(selector, SelectionKey.OP_CONNECT);
          selector.select();
          c.finishConnect();
        }
        return c.isConnected();
      }
    });
  }

  static void channelErrors() {
    show("nio refused", () -> SocketChannel.open(new InetSocketAddress(LOOPBACK, closedPort())));
    show("nio not connected", () -> {
      try (SocketChannel c = SocketChannel.open()) {
        return c.read(ByteBuffer.allocate(1));
      }
    });
    show("nio accept unbound", () -> {
      try (ServerSocketChannel l = ServerSocketChannel.open()) {
        return l.accept();
      }
    });
    nio("read closed", (c, s) -> {
      c.close();
      return c.read(ByteBuffer.allocate(1));
    });
    nio("write closed", (c, s) -> {
      c.close();
      return c.write(buffer("x"));
    });
    nio("write after half-close", (c, s) -> {
      c.shutdownOutput();
      return c.write(buffer("x"));
    });
    nio("connect twice", (c, s) -> c.connect(s.getLocalAddress()));
    show("nio port in use", () -> {
      try (ServerSocketChannel one =
              ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
          ServerSocketChannel two = ServerSocketChannel.open()) {
        return two.bind(one.getLocalAddress());
      }
    });
  }

  static void datagramChannels() {
    show("datagram channel", () -> {
      try (DatagramChannel a = DatagramChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
          DatagramChannel b = DatagramChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
        int sent = a.send(buffer("hello"), b.getLocalAddress());
        ByteBuffer into = ByteBuffer.allocate(10);
        SocketAddress from = b.receive(into);
        return sent + " " + into.position() + " " + from.equals(a.getLocalAddress());
      }
    });
    show("connected datagram channel", () -> {
      try (DatagramChannel a = DatagramChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
          DatagramChannel b = DatagramChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
        a.connect(b.getLocalAddress());
        a.write(buffer("hi"));
        ByteBuffer into = ByteBuffer.allocate(10);
        b.receive(into);
        return into.position() + " " + a.isConnected();
      }
    });
    show("datagram channel has nothing", () -> {
      try (DatagramChannel a = DatagramChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
        a.configureBlocking(false);
        return a.receive(ByteBuffer.allocate(10));
      }
    });
    show("datagram channel not connected", () -> {
      try (DatagramChannel a = DatagramChannel.open()) {
        return a.write(buffer("x"));
      }
    });
    show("closed datagram channel", () -> {
      DatagramChannel a = DatagramChannel.open();
      a.close();
      return a.receive(ByteBuffer.allocate(1));
    });
    show("datagram channel in a selector", () -> {
      try (Selector selector = Selector.open();
          DatagramChannel a = DatagramChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
          DatagramChannel b = DatagramChannel.open()) {
        a.configureBlocking(false);
        a.register(selector, SelectionKey.OP_READ);
        b.send(buffer("x"), a.getLocalAddress());
        return selector.select();
      }
    });
  }

  static void pipes() {
    show("pipe", () -> {
      Pipe pipe = Pipe.open();
      pipe.sink().write(buffer("abc"));
      ByteBuffer into = ByteBuffer.allocate(3);
      pipe.source().read(into);
      return new String(into.array(), StandardCharsets.UTF_8);
    });
    show("end of a pipe", () -> {
      Pipe pipe = Pipe.open();
      pipe.sink().close();
      return pipe.source().read(ByteBuffer.allocate(3));
    });
    show("broken pipe", () -> {
      Pipe pipe = Pipe.open();
      pipe.source().close();
      return pipe.sink().write(buffer("x"));
    });
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

  static void threads() {
    tcp("read waits", (c, s) ->
        meanwhile(() -> s.getInputStream().read(), () -> c.getOutputStream().write(3)));
    tcp("close wakes a reader", (c, s) ->
        meanwhile(() -> c.getInputStream().read(), c::close));
    tcp("shutting input down wakes a reader", (c, s) ->
        meanwhile(() -> c.getInputStream().read(), c::shutdownInput));
    show("close wakes who accepts", () -> {
      ServerSocket l = new ServerSocket(0);
      return meanwhile(l::accept, l::close);
    });
    show("udp close wakes a receiver", () -> {
      DatagramSocket a = new DatagramSocket(0, LOOPBACK);
      return meanwhile(() -> receive(a, 1), a::close);
    });
    nio("close wakes a reader", (c, s) ->
        meanwhile(() -> c.read(ByteBuffer.allocate(1)), c::close));
    show("nio close wakes who accepts", () -> {
      ServerSocketChannel l = ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
      return meanwhile(l::accept, l::close);
    });
    nio("interrupt closes", (c, s) -> {
      String[] outcome = new String[1];
      Thread reader =
          new Thread(() -> outcome[0] = failure(() -> c.read(ByteBuffer.allocate(1))));
      reader.start();
      Thread.sleep(50);
      reader.interrupt();
      reader.join();
      return outcome[0] + " " + c.isOpen();
    });
    show("wake-up ends select", () -> {
      try (Selector selector = Selector.open()) {
        return meanwhile(selector::select, selector::wakeup);
      }
    });
    show("virtual threads talk", () -> {
      try (ServerSocket l = new ServerSocket(0, 5, LOOPBACK)) {
        Thread server = Thread.startVirtualThread(() -> {
          try (Socket s = l.accept()) {
            s.getOutputStream().write(s.getInputStream().read() + 1);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
        try (Socket c = new Socket(LOOPBACK, l.getLocalPort())) {
          c.getOutputStream().write(6);
          int got = c.getInputStream().read();
          server.join();
          return got;
        }
      }
    });
    show("interrupt closes a virtual thread's socket", () -> {
      try (ServerSocket l = new ServerSocket(0, 5, LOOPBACK);
          Socket c = new Socket(LOOPBACK, l.getLocalPort())) {
        String[] outcome = new String[1];
        Thread reader =
            Thread.startVirtualThread(() -> outcome[0] = failure(() -> c.getInputStream().read()));
        Thread.sleep(50);
        reader.interrupt();
        reader.join();
        return outcome[0] + " " + c.isClosed();
      }
    });
    tcp("a writer waits for room", (c, s) -> {
      String outcome =
          meanwhile(
              () -> {
                c.getOutputStream().write(new byte[8 << 20]);
                return "written";
              },
              () -> s.getInputStream().readNBytes(8 << 20));
      return outcome;
    });
  }

  static void names() {
    show("localhost", () -> InetAddress.getByName("localhost"));
    show("literal", () -> InetAddress.getByName("127.0.0.1"));
    show("loopback", InetAddress::getLoopbackAddress);
    show("unknown name", () -> {
      try {
        return InetAddress.getByName("no-such-host.invalid");
      } catch (java.net.UnknownHostException e) {
        return e.getClass().getName();
      }
    });
    show("socket to an unknown name", () -> {
      try {
        return new Socket("no-such-host.invalid", 80);
      } catch (java.net.UnknownHostException e) {
        return e.getClass().getName();
      }
    });
  }
}
