// verdict: passes
// executions: 3000
// why: Nobody is told of a crash, so the client's time-out fires; after a restart the next bytes are answered by a reset.
import heddle.simulation.Host;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;

class ServerCrashes {
  public static void main(String[] args) throws Exception {
    var listens = new CountDownLatch(1);
    var accepted = new CountDownLatch(1);
    try (var simulation = new Simulation()) {
      Host server = simulation.host("server", () -> accept(listens, accepted));
      listens.await();
      try (var socket = new Socket("server", 8080)) {
        accepted.await();
        server.crash();
        assert !server.isUp();
        socket.setSoTimeout(5_000);
        expectSilence(socket);
        server.restart();
        expectReset(socket);
      }
    }
  }

  private static void accept(CountDownLatch listens, CountDownLatch accepted) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      listens.countDown();
      while (true) {
        Socket socket = server.accept();
        accepted.countDown();
        assert socket.getInputStream().read() >= 0;
      }
    }
  }

  private static void expectSilence(Socket socket) throws IOException {
    long before = System.nanoTime();
    try {
      socket.getInputStream().read();
      throw new AssertionError("a host without power answers nothing");
    } catch (SocketTimeoutException expected) {
      assert System.nanoTime() - before >= 5_000_000_000L;
    }
  }

  private static void expectReset(Socket socket) throws IOException {
    socket.getOutputStream().write(1);
    try {
      socket.getInputStream().read();
      throw new AssertionError("the host knows nothing of the connection");
    } catch (SocketException expected) {
      assert "Connection reset".equals(expected.getMessage()) : expected.getMessage();
    }
  }
}
