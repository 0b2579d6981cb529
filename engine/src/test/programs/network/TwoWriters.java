// verdict: fails failure java.lang.AssertionError
// why: the order in which two threads note that they write is not that in which they do.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

public class TwoWriters {
  static final AtomicInteger first = new AtomicInteger();

  static void write(Socket socket, int number) {
    try {
      first.compareAndSet(0, number);
      socket.getOutputStream().write(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listener = new ServerSocket(0, 1, loopback);
        Socket client = new Socket(loopback, listener.getLocalPort());
        Socket server = listener.accept()) {
      Thread one = new Thread(() -> write(client, 1));
      Thread two = new Thread(() -> write(client, 2));
      one.start();
      two.start();
      int read = server.getInputStream().read();
      System.out.println(first.get() + " noted, " + read + " read");
      assert first.get() == read : read + " came first";
      one.join();
      two.join();
    }
  }
}
