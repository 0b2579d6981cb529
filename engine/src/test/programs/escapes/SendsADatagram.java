// verdict: not-controllable
// network: real
// why: what becomes of a datagram is out of the scheduler's hands.

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class SendsADatagram {
  public static void main(String[] args) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      byte[] bytes = {1, 2, 3};
      InetAddress here = InetAddress.getLoopbackAddress();
      socket.send(new DatagramPacket(bytes, bytes.length, here, socket.getLocalPort()));
    }
  }
}
