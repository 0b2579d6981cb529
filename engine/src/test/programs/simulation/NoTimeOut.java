// verdict: fails deadlock
// why: The client waits without a time-out for a server that has lost its power, and nobody tells it.
import heddle.simulation.Host;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

class NoTimeOut {
  public static void main(String[] args) throws Exception {
    var listens = new CountDownLatch(1);
    try (var simulation = new Simulation()) {
      Host server = simulation.host("server", () -> accept(listens));
      listens.await();
      simulation.at(Duration.ofSeconds(1), server::crash);
      try (var socket = new Socket("server", 8080)) {
        socket.getInputStream().read();
      }
    }
  }

  private static void accept(CountDownLatch listens) throws Exception {
    try (ServerSocket server = new ServerSocket(8080)) {
      listens.countDown();
      try (Socket socket = server.accept()) {
        Thread.sleep(2_000);
        socket.getOutputStream().write(1);
      }
    }
  }
}
