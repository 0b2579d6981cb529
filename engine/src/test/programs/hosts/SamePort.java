// verdict: passes
// hosts: red=SamePort, blue=SamePort
// why: Two hosts may use the same port and the same loopback address, each reaches its own.
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

class SamePort {
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080));
      try (Socket socket = new Socket("localhost", 8080);
          Socket accepted = server.accept()) {
        assert accepted.getPort() == socket.getLocalPort();
        assert socket.getLocalPort() == 49152 : "the first of its own ephemeral ports";
      }
    }
  }
}
