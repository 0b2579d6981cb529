// verdict: passes
// why: a client that sends nothing is told apart from the server, which goes on.

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

public class AcceptLoopGoesOn {
  static void serve(ServerSocket listener) {
    for (int i = 0; i < 2; i++) {
      try (Socket socket = listener.accept()) {
        serveOne(socket);
      } catch (IOException e) {
        // this client's affair: the next one is served all the same
      }
    }
  }

  static void serveOne(Socket socket) throws IOException {
    var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String line = in.readLine();
    if (line == null) {
      throw new EOFException("the client has sent nothing");
    }
    String reverse = new StringBuilder(line).reverse() + "\n";
    socket.getOutputStream().write(reverse.getBytes(StandardCharsets.UTF_8));
  }

  static String ask(int port, String line) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
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
