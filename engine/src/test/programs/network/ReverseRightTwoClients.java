// verdict: passes
// why: a thread a connection, each of which reads to the end of the line, and two clients at once.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class ReverseRightTwoClients {
  static void serve(ServerSocket listener) {
    try {
      for (int i = 0; i < 2; i++) {
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

  static void client(int port, String line, String expected) {
    try {
      String answer = ask(port, line);
      assert expected.equals(answer) : "answer is " + answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      Thread server = new Thread(() -> serve(listener), "server");
      server.start();
      int port = listener.getLocalPort();
      Thread ann = new Thread(() -> client(port, "ab", "ba"), "Ann");
      Thread bob = new Thread(() -> client(port, "cd", "dc"), "Bob");
      ann.start();
      bob.start();
      ann.join();
      bob.join();
      server.join();
    }
  }
}
