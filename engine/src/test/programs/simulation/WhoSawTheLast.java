// verdict: fails failure java.lang.AssertionError
// executions: 20000
// why: The server forgets what it holds when it is restarted between the two requests of a client.
import heddle.simulation.Host;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;

class WhoSawTheLast {
  private static final Semaphore listens = new Semaphore(0);

  public static void main(String[] args) throws Exception {
    try (var simulation = new Simulation()) {
      Host server = simulation.host("server", WhoSawTheLast::remember);
      listens.acquire();
      Host client =
          simulation.host(
              "client",
              () -> {
                ask(1);
                assert ask(2) == 1 : "the server remembers the request before";
              });
      server.stop();
      server.restart();
      client.join();
    }
  }

  private static int ask(int value) throws Exception {
    while (true) {
      try (var socket = new Socket("server", 8080)) {
        socket.getOutputStream().write(value);
        int answer = socket.getInputStream().read();
        if (answer >= 0) {
          return answer;
        }
      } catch (ConnectException e) {
        listens.acquire();
      } catch (IOException e) {
        // It was stopped: ask again.
      }
    }
  }

  private static void remember() throws IOException {
    int last = 9;
    try (ServerSocket server = new ServerSocket(8080)) {
      listens.release();
      while (true) {
        try (Socket socket = server.accept()) {
          int value = socket.getInputStream().read();
          if (value >= 0) {
            socket.getOutputStream().write(last);
            last = value;
          }
        }
      }
    }
  }
}
