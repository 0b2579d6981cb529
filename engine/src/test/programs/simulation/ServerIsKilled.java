// verdict: passes
// executions: 3000
// why: The system closes the sockets of a process that is killed: the client sees the end of the stream, then nobody listens.
import heddle.simulation.Host;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

class ServerIsKilled {
  public static void main(String[] args) throws Exception {
    var listens = new CountDownLatch(1);
    try (var simulation = new Simulation()) {
      Host server = simulation.host("server", () -> accept(listens));
      listens.await();
      try (var socket = new Socket("server", 8080)) {
        socket.getOutputStream().write(1);
        assert socket.getInputStream().read() == 2;
        server.stop();
        assert socket.getInputStream().read() == -1;
      }
      try {
        new Socket("server", 8080).close();
        throw new AssertionError("nobody listens");
      } catch (ConnectException expected) {
        assert "Connection refused".equals(expected.getMessage()) : expected.getMessage();
      }
    }
  }

  private static void accept(CountDownLatch listens) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      listens.countDown();
      while (true) {
        Socket socket = server.accept();
        assert socket.getInputStream().read() == 1;
        socket.getOutputStream().write(2);
        assert socket.getInputStream().read() == -1;
      }
    }
  }
}
