package parity;

import static parity.Cases.LOOPBACK;
import static parity.Cases.buffer;
import static parity.Cases.bytes;
import static parity.Cases.failing;
import static parity.Cases.receive;
import static parity.Cases.send;
import static parity.Cases.show;
import static parity.Cases.udp;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** UDP by sockets and by channels. */
final class DatagramCases {
  private DatagramCases() {}

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
}
