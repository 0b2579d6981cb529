// verdict: passes
// why: an interrupt ends the server's loop, wherever it comes.

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class ServerStopped {
  private static final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

  private static void serve() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        System.out.println("GET " + requests.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread server = new Thread(ServerStopped::serve, "server");
    server.start();
    requests.add("/");
    server.interrupt();
    server.join();
  }
}
