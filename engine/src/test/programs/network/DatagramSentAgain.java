// verdict: passes
// network: faults
// why: who waits with a time-out, and asks again, bears the loss of a datagram.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;

public class DatagramSentAgain {
  static void echo(DatagramSocket socket) {
    try {
      DatagramPacket packet = new DatagramPacket(new byte[10], 10);
      while (true) {
        socket.receive(packet);
        socket.send(packet);
      }
    } catch (SocketException e) {
      // closed: all is done
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (DatagramSocket one = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DatagramSocket two = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread echo = new Thread(() -> echo(one), "echo");
      echo.start();
      two.setSoTimeout(1_000);
      boolean answered = false;
      for (int tries = 0; tries < 10 && !answered; tries++) {
        two.send(new DatagramPacket(new byte[] {1}, 1, one.getLocalSocketAddress()));
        try {
          two.receive(new DatagramPacket(new byte[10], 10));
          answered = true;
        } catch (SocketTimeoutException e) {
          // lost on the way there or back: ask again
        }
      }
      assert answered;
      one.close();
      echo.join();
    }
  }
}
