// verdict: passes
// executions: 3000
// why: An attempt to connect that nobody answers goes on for 127 seconds, and the link is repaired after 60.
import heddle.simulation.Host;
import heddle.simulation.Link;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

class RepairedInTime {
  public static void main(String[] args) throws Exception {
    var listens = new CountDownLatch(1);
    try (var simulation = new Simulation()) {
      Host server = simulation.host("server", () -> accept(listens));
      listens.await();
      Link link = simulation.link(simulation.here(), server);
      link.partition();
      simulation.at(Duration.ofSeconds(60), link::repair);
      try (var socket = new Socket("server", 8080)) {
        assert socket.getInputStream().read() == 3;
        assert simulation.now().toSeconds() >= 60 : simulation.now();
      }
    }
  }

  private static void accept(CountDownLatch listens) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      listens.countDown();
      try (Socket socket = server.accept()) {
        socket.getOutputStream().write(3);
      }
    }
  }
}
