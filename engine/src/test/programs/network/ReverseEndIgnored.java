// verdict: fails step-bound
// executions: 1
// cause: end-of-stream-ignored
// why: the server takes the -1 of a closed connection for a character, and reads on for ever.

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class ReverseEndIgnored {
  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      InputStream in = socket.getInputStream();
      StringBuilder line = new StringBuilder();
      int c;
      while ((c = in.read()) != '\n') {
        line.append((char) c);
      }
      String reverse = line.reverse() + "\n";
      socket.getOutputStream().write(reverse.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      Thread server = new Thread(() -> serve(listener), "server");
      server.start();
      try (Socket socket = new Socket("localhost", listener.getLocalPort())) {
        socket.getOutputStream().write("no end".getBytes(StandardCharsets.UTF_8));
      }
      server.join();
    }
  }
}
