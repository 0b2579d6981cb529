package parity;

import static parity.Cases.LOOPBACK;
import static parity.Cases.closedPort;
import static parity.Cases.failing;
import static parity.Cases.show;
import static parity.Cases.tcp;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listeners, and how connections begin. */
final class ConnectionCases {
  private ConnectionCases() {}

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
}
