// verdict: fails failure java.lang.AssertionError
// hosts: server=Seats, client=LastSeat:2
// why: The server looks at the last seat and books it in two steps, which only two clients can tell.
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;

class LastSeat {
  public static void main(String[] args) throws Exception {
    try (Socket socket = connect()) {
      socket.getInputStream().read();
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

class Seats {
  private static int free = 1;

  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      while (true) {
        Socket socket = server.accept();
        new Thread(() -> book(socket)).start();
      }
    }
  }

  private static synchronized boolean isFree() {
    return free > 0;
  }

  private static synchronized void take() {
    free--;
    assert free >= 0 : "the seat was sold twice";
  }

  private static void book(Socket socket) {
    try (socket) {
      if (isFree()) {
        take();
        socket.getOutputStream().write(1);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
