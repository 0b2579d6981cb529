// verdict: passes
// output: Hello, network
// why: one thread listens and prints what comes, another connects and says hello; whoever is first, it ends.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A port of the networked program in "Inside the Go Playground" (go.dev/blog/playground), which on that
 * page mostly ends in "all goroutines are asleep" (golang/go, issues 48394 and 53731): there, time and
 * the scheduler take a thread that waits for the network for one that waits for ever.
 */
public class HelloNetwork {
  static void sayHello() {
    try (Socket socket = new Socket("127.0.0.1", 4000)) {
      socket.getOutputStream().write("Hello, network\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws IOException {
    try (ServerSocket listener = new ServerSocket(4000)) {
      new Thread(HelloNetwork::sayHello, "dialler").start();
      try (Socket socket = listener.accept()) {
        System.out.print(
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }
}
