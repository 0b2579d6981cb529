// verdict: fails deadlock
// network: faults
// cause: udp-taken-for-reliable
// why: a datagram may be lost, and a receiver without a time-out waits for ever.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class DatagramLost {
  static void echo(DatagramSocket socket) {
    try {
      DatagramPacket packet = new DatagramPacket(new byte[10], 10);
      socket.receive(packet);
      socket.send(packet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (DatagramSocket one = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket two = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread echo = new Thread(() -> echo(one), "echo");
      echo.start();
      two.send(new DatagramPacket(new byte[] {1}, 1, one.getLocalSocketAddress()));
      two.receive(new DatagramPacket(new byte[10], 10));
      echo.join();
    }
  }
}
