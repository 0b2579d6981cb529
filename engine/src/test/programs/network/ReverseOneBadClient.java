// verdict: fails failure java.lang.NullPointerException
// cause: accept-loop-ended
// why: a client that sends nothing ends the loop that accepts, and with it the server.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class ReverseOneBadClient {
  static void serve(ServerSocket listener) {
    try {
      for (int i = 0; i < 2; i++) {
        try (Socket socket = listener.accept()) {
          var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
          String reverse = new StringBuilder(in.readLine()).reverse() + "\n";
          socket.getOutputStream().write(reverse.getBytes(StandardCharsets.UTF_8));
        }
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
      new Socket("localhost", listener.getLocalPort()).close();
      String answer = ask(listener.getLocalPort(), "abc");
      assert "cba".equals(answer) : "answer is " + answer;
      server.join();
    }
  }
}
