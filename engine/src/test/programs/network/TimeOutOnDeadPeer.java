// verdict: passes
// why: the client gives up on a peer that is never heard of again.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

public class TimeOutOnDeadPeer {
  static final List<Socket> forgotten = new ArrayList<>();

  static void serve(ServerSocket listener) {
    try {
      Socket socket = listener.accept();
      forgotten.add(socket);
      socket.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String ask(int port) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write('?');
      int answer = socket.getInputStream().read();
      return answer < 0 ? "closed" : "answered";
    } catch (SocketTimeoutException e) {
      return "no answer";
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      Thread server = new Thread(() -> serve(listener), "server");
      server.start();
      String answer = ask(listener.getLocalPort());
      assert answer.equals("no answer") : answer;
      server.join();
    }
  }
}
