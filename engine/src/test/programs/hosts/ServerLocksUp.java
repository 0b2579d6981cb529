// verdict: fails deadlock
// hosts: server=Bank, client=ServerLocksUp:2
// why: The server still waits for clients, but two of its handlers have locked each other out.
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;

class ServerLocksUp {
  public static void main(String[] args) throws Exception {
    String me = java.net.InetAddress.getLocalHost().getHostName();
    try (Socket socket = connect()) {
      socket.getOutputStream().write(me.equals("client-1") ? 1 : 2);
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

class Bank {
  static final Object mine = new Object();
  static final Object yours = new Object();

  public static void main(String[] args) throws IOException {
    try (ServerSocket server = new ServerSocket(8080)) {
      while (true) {
        Socket socket = server.accept();
        new Thread(() -> transfer(socket)).start();
      }
    }
  }

  private static void transfer(Socket socket) {
    try (socket) {
      boolean there = socket.getInputStream().read() == 1;
      synchronized (there ? mine : yours) {
        synchronized (there ? yours : mine) {
          assert Thread.holdsLock(mine) && Thread.holdsLock(yours);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
