// verdict: fails deadlock
// cause: not-flushed
// why: the question stays in the buffer of a stream, and the client waits for its answer.

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;

public class BufferedNotFlushed {
  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      int n = new DataInputStream(socket.getInputStream()).readInt();
      new DataOutputStream(socket.getOutputStream()).writeInt(n + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      new Thread(() -> serve(listener), "server").start();
      try (Socket socket = new Socket("localhost", listener.getLocalPort());
          var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()))) {
        out.writeInt(41);
        assert new DataInputStream(socket.getInputStream()).readInt() == 42;
      }
    }
  }
}
