// verdict: fails failure java.io.UncheckedIOException
// why: a socket is closed by one thread while another may not yet have read what it was sent.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

public class ClosedWhileRead {
  static void write(Socket socket) {
    try {
      socket.getOutputStream().write(7);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void read(Socket socket) {
    try {
      System.out.println(socket.isClosed() + " " + socket.getInputStream().read());
    } catch (IOException e) {
      System.out.println(e.getMessage());
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listener = new ServerSocket(0, 1, loopback);
        Socket client = new Socket(loopback, listener.getLocalPort());
        Socket server = listener.accept()) {
      Thread writer = new Thread(() -> write(client));
      Thread reader = new Thread(() -> read(server));
      writer.start();
      reader.start();
      server.close();
      writer.join();
      reader.join();
    }
  }
}
