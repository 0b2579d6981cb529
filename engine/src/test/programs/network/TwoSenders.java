// verdict: fails failure java.lang.AssertionError
// network: none
// why: of two senders of datagrams either may be the first, and the last to be received counts.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;

public class TwoSenders {
  static void send(DatagramSocket socket, SocketAddress to, int number) {
    try {
      socket.send(new DatagramPacket(new byte[] {(byte) number}, 1, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (DatagramSocket socket = new DatagramSocket(0, loopback);
        DatagramSocket from = new DatagramSocket(0, loopback);
        DatagramSocket other = new DatagramSocket(0, loopback)) {
      SocketAddress to = socket.getLocalSocketAddress();
      Thread one = new Thread(() -> send(from, to, 1));
      Thread two = new Thread(() -> send(other, to, 2));
      one.start();
      two.start();
      int last = 0;
      for (int i = 0; i < 2; i++) {
        DatagramPacket packet = new DatagramPacket(new byte[1], 1);
        socket.receive(packet);
        last = packet.getData()[0];
        System.out.println(last);
      }
      assert last == 2 : last + " came last";
      one.join();
      two.join();
    }
  }
}
