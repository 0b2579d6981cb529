// verdict: passes
// executions: 3000
// why: An attempt to connect to a host that is down is given up after 127 seconds, unless it comes back before.
import heddle.simulation.Host;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

class NobodyAnswers {
  public static void main(String[] args) throws Exception {
    try (var simulation = new Simulation()) {
      Host server = simulation.host("server", NobodyAnswers::accept);
      server.crash();
      try {
        new Socket("server", 8080).close();
        throw new AssertionError("the server is down");
      } catch (ConnectException expected) {
        assert "Connection timed out".equals(expected.getMessage()) : expected.getMessage();
      }
      assert simulation.now().compareTo(Duration.ofSeconds(127)) >= 0 : simulation.now();
    }
  }

  private static void accept() throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      server.accept().close();
    }
  }
}
