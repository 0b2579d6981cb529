// verdict: fails deadlock
// cause: both-ends-read
// why: the server waits for a name before it greets, and the client for the greeting before it says its name.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;

public class BothWaitToRead {
  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write('!');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      new Thread(() -> serve(listener), "server").start();
      try (Socket socket = new Socket("localhost", listener.getLocalPort())) {
        socket.getInputStream().read();
        socket.getOutputStream().write('?');
      }
    }
  }
}
