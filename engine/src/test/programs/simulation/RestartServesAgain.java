// verdict: passes
// executions: 3000
// why: A class on a host begins with fresh static fields at each start, so each answer is the first.
import heddle.simulation.Host;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;

class RestartServesAgain {
  public static void main(String[] args) throws Exception {
    try (var simulation = new Simulation()) {
      Host server = simulation.host("server", CountingServer.class, "8080");
      assert ask() == 1;
      server.stop();
      server.restart();
      assert ask() == 1;
      assert ask() == 2;
      assert CountingServer.count == 0 : "the test has another CountingServer";
    }
  }

  private static int ask() throws Exception {
    while (true) {
      try (var socket = new Socket("server", 8080)) {
        return socket.getInputStream().read();
      } catch (ConnectException e) {
        Thread.sleep(100);
      }
    }
  }
}

class CountingServer {
  static int count;

  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
      while (true) {
        try (Socket socket = server.accept()) {
          socket.getOutputStream().write(++count);
        }
      }
    }
  }
}
