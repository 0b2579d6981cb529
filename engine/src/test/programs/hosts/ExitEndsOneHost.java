// verdict: passes
// hosts: server=Waits, client=ExitEndsOneHost
// why: System.exit(0) ends the process of its host, and no other.
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;

class ExitEndsOneHost {
  public static void main(String[] args) throws Exception {
    new Thread(ExitEndsOneHost::waits).start();
    Socket socket = connect();
    socket.getOutputStream().write(7);
    System.exit(0);
  }

  private static synchronized void waits() {
    try {
      while (true) {
        ExitEndsOneHost.class.wait();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Socket connect() throws Exception {
    while (true) {
      try {
        return new Socket("server", 8080);
      } catch (ConnectException e) {
        Thread.sleep(100);
      }
    }
  }
}

class Waits {
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(8080);
        Socket socket = server.accept()) {
      assert socket.getInputStream().read() == 7;
      assert socket.getInputStream().read() == -1;
    }
  }
}
