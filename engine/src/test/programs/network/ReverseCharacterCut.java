// verdict: fails failure java.lang.AssertionError
// cause: character-cut
// why: the server decodes what each read gives by itself, and a read may end inside a character.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class ReverseCharacterCut {
  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      byte[] buffer = new byte[100];
      StringBuilder line = new StringBuilder();
      while (line.indexOf("\n") < 0) {
        int n = in.read(buffer);
        if (n < 0) {
          return;
        }
        line.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
      line.setLength(line.length() - 1);
      out.write((line.reverse() + "\n").getBytes(StandardCharsets.UTF_8));
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
      String answer = ask(listener.getLocalPort(), "ä");
      assert "ä".equals(answer) : "answer is " + answer;
      server.join();
    }
  }
}
