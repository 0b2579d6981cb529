// verdict: passes
// network: faults
// why: server and clients take any exception of a connection for its end, and a client asks again.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

public class ReverseRightWithFaults {
  /** One more than the faults of one execution. */
  static final int ATTEMPTS = 3;

  static void serve(ServerSocket listener) {
    while (true) {
      try {
        Socket socket = listener.accept();
        new Thread(() -> answer(socket)).start();
      } catch (SocketException e) {
        return; // the listener is closed
      } catch (IOException e) {
        // a connection that is gone before it was taken; the next may do better
      }
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
      // the client is gone, and asks again if it wants an answer
    }
  }

  static String ask(int port, String line) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try (Socket socket = new Socket("localhost", port)) {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String answer = in.readLine();
        if (answer != null && answer.length() == line.length()) {
          return answer;
        }
      } catch (IOException e) {
        // the connection broke: ask again
      }
    }
    return "no answer";
  }

  static void client(int port, String line, String expected) {
    String answer = ask(port, line);
    assert expected.equals(answer) : "answer is " + answer;
  }

  public static void main(String[] args) throws Exception {
    Thread server;
    try (ServerSocket listener = new ServerSocket(0)) {
      server = new Thread(() -> serve(listener), "server");
      server.start();
      int port = listener.getLocalPort();
      Thread ann = new Thread(() -> client(port, "ab", "ba"), "Ann");
      Thread bob = new Thread(() -> client(port, "cd", "dc"), "Bob");
      ann.start();
      bob.start();
      ann.join();
      bob.join();
    }
    server.join();
  }
}
