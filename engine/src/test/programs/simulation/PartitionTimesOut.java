// verdict: passes
// executions: 3000
// why: While the hosts are cut off, connecting and reading time out in virtual time; what was held arrives after the repair.
import heddle.simulation.Host;
import heddle.simulation.Link;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

class PartitionTimesOut {
  public static void main(String[] args) throws Exception {
    var listens = new CountDownLatch(1);
    try (var simulation = new Simulation()) {
      Host server = simulation.host("server", () -> echo(listens));
      listens.await();
      Link link = simulation.link(simulation.here(), server);
      try (var socket = new Socket("server", 8080)) {
        link.partition();
        expectNoConnection();
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(7);
        expectNothing(socket);
        assert simulation.now().compareTo(Duration.ofSeconds(7)) >= 0 : simulation.now();
        link.repair();
        socket.setSoTimeout(0);
        assert socket.getInputStream().read() == 7;
      }
    }
  }

  private static void echo(CountDownLatch listens) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      listens.countDown();
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(socket.getInputStream().read());
      }
    }
  }

  private static void expectNoConnection() throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("server", 8080), 2_000);
      throw new AssertionError("the server can not be reached");
    } catch (SocketTimeoutException expected) {
      assert "Connect timed out".equals(expected.getMessage()) : expected.getMessage();
    }
  }

  private static void expectNothing(Socket socket) throws IOException {
    try {
      socket.getInputStream().read();
      throw new AssertionError("nothing can arrive");
    } catch (SocketTimeoutException expected) {
      assert "Read timed out".equals(expected.getMessage()) : expected.getMessage();
    }
  }
}
