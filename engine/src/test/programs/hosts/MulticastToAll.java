// verdict: passes
// hosts: sender=Sends, member=MulticastToAll:2
// why: A datagram to a group reaches every member on every host, and nobody who has left it.
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;

class MulticastToAll {
  static final String GROUP = "230.0.0.1";

  public static void main(String[] args) throws IOException {
    NetworkInterface network = NetworkInterface.getByName("eth0");
    assert network.supportsMulticast() && !network.isLoopback();
    assert network
        .getInterfaceAddresses()
        .getFirst()
        .getAddress()
        .equals(InetAddress.getLocalHost());
    try (var socket = new MulticastSocket(4446)) {
      var group = new InetSocketAddress(InetAddress.getByName(GROUP), 0);
      socket.joinGroup(group, network);
      var packet = new DatagramPacket(new byte[8], 8);
      socket.receive(packet);
      assert packet.getLength() == 3 : packet.getLength();
      assert packet.getAddress().equals(InetAddress.getByName("sender"));
      socket.leaveGroup(group, network);
      var sender = new InetSocketAddress("sender", 5_000);
      socket.send(new DatagramPacket(new byte[1], 1, sender));
      expectNoneOfTheLast(socket);
    }
  }

  private static void expectNoneOfTheLast(MulticastSocket socket) throws IOException {
    socket.setSoTimeout(60_000);
    try {
      while (true) {
        var packet = new DatagramPacket(new byte[8], 8);
        socket.receive(packet);
        assert packet.getLength() == 3 : "got one that was sent after it had left";
      }
    } catch (SocketTimeoutException expected) {
      // Nothing comes any more.
    }
  }
}

class Sends {
  public static void main(String[] args) throws IOException {
    try (var socket = new DatagramSocket(5_000)) {
      socket.setSoTimeout(1_000);
      var group = InetAddress.getByName(MulticastToAll.GROUP);
      for (int left = 0; left < 2; ) {
        socket.send(new DatagramPacket(new byte[3], 3, group, 4446));
        try {
          socket.receive(new DatagramPacket(new byte[1], 1));
          left++;
        } catch (SocketTimeoutException nobodyYet) {
          continue;
        }
      }
      socket.send(new DatagramPacket(new byte[5], 5, group, 4446));
    }
  }
}
