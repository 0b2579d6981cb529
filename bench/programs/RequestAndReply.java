// verdict: passes
// why: one request and one reply over TCP, each read to its end.

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

public class RequestAndReply {
  static final int LENGTH = 4;

  static void serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      byte[] request = read(socket.getInputStream());
      request[0]++;
      socket.getOutputStream().write(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LENGTH);
    assert bytes.length == LENGTH : "got " + bytes.length + " bytes";
    return bytes;
  }

  public static void main(String[] args) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket listener = new ServerSocket(0, 1, loopback)) {
      Thread server = new Thread(() -> serve(listener), "server");
      server.start();
      try (Socket socket = new Socket(loopback, listener.getLocalPort())) {
        socket.getOutputStream().write(new byte[LENGTH]);
        byte[] reply = read(socket.getInputStream());
        assert reply[0] == 1 : "reply is " + reply[0];
      }
      server.join();
    }
  }
}
