// verdict: fails deadlock
// hosts: server=Answers, client=NoTimeOut
// network: faults
// why: The client bears a reset, but waits for ever for a server that has crashed or can not be reached.
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

class NoTimeOut {
  public static void main(String[] args) throws InterruptedException {
    for (int tries = 0; tries < 10; tries++) {
      try (Socket socket = new Socket("server", 8080)) {
        socket.getOutputStream().write(1);
        if (socket.getInputStream().read() == 2) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(1_000);
      }
    }
  }
}

class Answers {
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      while (true) {
        try (Socket socket = server.accept()) {
          if (socket.getInputStream().read() == 1) {
            socket.getOutputStream().write(2);
          }
        } catch (IOException e) {
          // That client is gone; the next may come.
        }
      }
    }
  }
}
