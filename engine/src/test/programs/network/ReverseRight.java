// verdict: passes
// why: one server that reads to the end of the line, and one client.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class ReverseRight {
  static void serve(ServerSocket listener) {
    try {
      for (int i = 0; i < 1; i++) {
        Socket socket = listener.accept();
        new Thread(() -> answer(socket)).start();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void answer(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line != null) {
        String reverse = new StringBuilder(line).reverse() + "\n";
        socket.getOutputStream().write(reverse.getBytes(StandardCharsets.UTF_8));
      }
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
      String answer = ask(listener.getLocalPort(), "ab");
      assert "ba".equals(answer) : "answer is " + answer;
      server.join();
    }
  }
}
