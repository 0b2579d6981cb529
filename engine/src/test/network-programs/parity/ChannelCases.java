package parity;

import static parity.Cases.LOOPBACK;
import static parity.Cases.buffer;
import static parity.Cases.bytes;
import static parity.Cases.closedPort;
import static parity.Cases.failure;
import static parity.Cases.nio;
import static parity.Cases.read;
import static parity.Cases.show;

import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** TCP by channels, and pipes. */
final class ChannelCases {
  private ChannelCases() {}

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
}
