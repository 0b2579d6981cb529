// verdict: not-controllable
// network: real
// why: a channel to the network is out of the scheduler's hands.

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

public class OpensAChannel {
  public static void main(String[] args) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress("localhost", 0));
      server.configureBlocking(false);
      System.out.println(server.accept());
    }
  }
}
