// verdict: fails deadlock
// cause: not-flushed
// why: the answer stays in the buffer of the writer, and both ends wait to read.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class ReverseNotFlushed {
  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      var out = new PrintWriter(socket.getOutputStream());
      String line;
      while ((line = in.readLine()) != null) {
        out.println(new StringBuilder(line).reverse());
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
      String answer = ask(listener.getLocalPort(), "abc");
      assert "cba".equals(answer) : "answer is " + answer;
      server.join();
    }
  }
}
