// verdict: fails race or fails failure java.lang.AssertionError
// why: two threads of the server's pool count requests in one variable.

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class HandlersShareACount {
  static int requests;

  static void count(HttpExchange exchange) throws IOException {
    requests++;
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    server.setExecutor(pool);
    server.createContext("/", HandlersShareACount::count);
    server.start();
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      var one = client.sendAsync(request, BodyHandlers.discarding());
      var two = client.sendAsync(request, BodyHandlers.discarding());
      CompletableFuture.allOf(one, two).join();
    }
    server.stop(0);
    pool.close();
    assert requests == 2 : "requests is " + requests;
  }
}
