// verdict: passes
// executions: 100
// seconds: 5
// why: the JDK's own HTTP client asks the JDK's own HTTP server.

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

public class ClientAndServer {
  static void reverse(HttpExchange exchange) throws IOException {
    byte[] asked = exchange.getRequestBody().readAllBytes();
    String answer =
        new StringBuilder(new String(asked, StandardCharsets.UTF_8)).reverse().toString();
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/reverse", ClientAndServer::reverse);
    server.start();
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/reverse");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("abc")).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assert answer.statusCode() == 200 : "status is " + answer.statusCode();
      assert answer.body().equals("cba") : "answer is " + answer.body();
    }
    server.stop(0);
  }
}
