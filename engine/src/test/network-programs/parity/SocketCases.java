package parity;

import static parity.Cases.failing;
import static parity.Cases.tcp;

import java.io.InputStream;
import java.net.StandardSocketOptions;

/** Options of sockets, and what closed ones answer. */
final class SocketCases {
  private SocketCases() {}

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
}
