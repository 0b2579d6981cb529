// verdict: fails failure java.lang.AssertionError
// cause: message-in-one-read
// why: the server takes what one read gives for the whole line.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class ReverseOneRead {
  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      byte[] buffer = new byte[100];
      int n = socket.getInputStream().read(buffer);
      String line = new String(buffer, 0, n, StandardCharsets.UTF_8).strip();
      String reverse = new StringBuilder(line).reverse() + "\n";
      socket.getOutputStream().write(reverse.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String ask(int port, String line) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return in.readLine();
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      Thread server = new Thread(() -> serve(listener), "server");
      server.start();
      String answer = ask(listener.getLocalPort(), "abc");
      assert "cba".equals(answer) : "answer is " + answer;
      server.join();
    }
  }
}
