// verdict: passes
// hosts: server=Reader, client=EndsWithoutClosing
// why: The system closes the sockets of a process that has ended, so the server sees the end of the stream.
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;

class EndsWithoutClosing {
  public static void main(String[] args) throws Exception {
    Thread daemon = new Thread(EndsWithoutClosing::sleeps);
    daemon.setDaemon(true);
    daemon.start();
    Socket socket = connect();
    socket.getOutputStream().write(7);
  }

  private static void sleeps() {
    try {
      Thread.sleep(Long.MAX_VALUE);
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

class Reader {
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(8080);
        Socket socket = server.accept()) {
      assert socket.getInputStream().read() == 7;
      assert socket.getInputStream().read() == -1;
    }
  }
}
