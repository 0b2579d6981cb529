package parity;

import static parity.Cases.LOOPBACK;
import static parity.Cases.failure;
import static parity.Cases.meanwhile;
import static parity.Cases.nio;
import static parity.Cases.receive;
import static parity.Cases.show;
import static parity.Cases.tcp;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;

/** What a thread sees while another closes, interrupts, reads or writes. */
final class ThreadCases {
  private ThreadCases() {}

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
}
