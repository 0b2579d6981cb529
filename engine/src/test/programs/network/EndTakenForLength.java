// verdict: fails failure java.lang.StringIndexOutOfBoundsException
// cause: end-of-stream-ignored
// why: the -1 that read returns at the end is taken for a length.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class EndTakenForLength {
  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      byte[] buffer = new byte[10];
      int n = socket.getInputStream().read(buffer);
      System.out.println(new String(buffer, 0, n, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      Thread server = new Thread(() -> serve(listener), "server");
      server.start();
      new Socket("localhost", listener.getLocalPort()).close();
      server.join();
    }
  }
}
