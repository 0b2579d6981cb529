// verdict: not-controllable
// network: real
// why: a network connection is out of the scheduler's hands.

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

public class OpensAServerSocket {
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(0);
        Socket client = new Socket("localhost", server.getLocalPort());
        Socket accepted = server.accept()) {
      client.getOutputStream().write(7);
      System.out.println(accepted.getInputStream().read());
    }
  }
}
