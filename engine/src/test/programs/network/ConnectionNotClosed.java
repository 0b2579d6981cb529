// verdict: fails deadlock
// cause: connection-not-closed
// why: the client has sent all and never closes, so the server waits for the end for ever.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class ConnectionNotClosed {
  static int served;

  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      served = socket.getInputStream().readAllBytes().length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      Thread server = new Thread(() -> serve(listener), "server");
      server.start();
      Socket socket = new Socket("localhost", listener.getLocalPort());
      socket.getOutputStream().write("abc".getBytes(StandardCharsets.UTF_8));
      server.join();
      assert served == 3 : "served " + served;
    }
  }
}
