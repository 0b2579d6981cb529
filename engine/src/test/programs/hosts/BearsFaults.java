// verdict: passes
// hosts: server=BearsAll, client=BearsFaults
// network: faults
// why: Client and server bear resets, a minute without a link, and that the other is gone for good.
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

class BearsFaults {
  public static void main(String[] args) throws InterruptedException {
    for (int tries = 0; tries < 10; tries++) {
      try (Socket socket = new Socket("server", 8080)) {
        socket.setSoTimeout(5_000);
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

class BearsAll {
  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      while (true) {
        try (Socket socket = server.accept()) {
          socket.setSoTimeout(30_000);
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
