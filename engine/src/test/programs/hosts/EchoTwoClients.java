// verdict: passes
// hosts: server=EchoServer, client=EchoTwoClients:2
// why: Each client gets its own line back, and the server that waits for more clients need not stop.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

class EchoTwoClients {
  public static void main(String[] args) throws Exception {
    String me = InetAddress.getLocalHost().getHostName();
    try (Socket socket = connect()) {
      PrintWriter out = new PrintWriter(socket.getOutputStream(), true);
      out.println(me);
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      String answer = in.readLine();
      assert me.equals(answer) : "answer is " + answer;
    }
  }

  /** The server may not listen yet. */
  private static Socket connect() throws Exception {
    while (true) {
      try {
        return new Socket("server", 8080);
      } catch (ConnectException e) {
        Thread.sleep(100);
      }
    }
  }
}

class EchoServer {
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      while (true) {
        try (Socket socket = server.accept()) {
          var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
          var out = new PrintWriter(socket.getOutputStream(), true);
          out.println(in.readLine());
        }
      }
    }
  }
}
