// verdict: fails never-ends or deadlock
// why: the server's loop waits for requests for ever, and nothing ends it.

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class EndlessServer {
  private record Request(String path) {}

  private static final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

  private static void serve() {
    try {
      while (true) {
        Request request = requests.take();
        System.out.println("GET " + request.path());
      }
    } catch (InterruptedException e) {
      System.out.println("stopped");
    }
  }

  public static void main(String[] args) {
    new Thread(EndlessServer::serve, "server").start();
    requests.add(new Request("/"));
    requests.add(new Request("/favicon.ico"));
  }
}
