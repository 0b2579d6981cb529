package parity;

import static parity.Cases.show;

import java.net.InetAddress;
import java.net.Socket;

/** Names and addresses. */
final class NameCases {
  private NameCases() {}

  static void names() {
    show("localhost", () -> InetAddress.getByName("localhost"));
    show("literal", () -> InetAddress.getByName("127.0.0.1"));
    show("loopback", InetAddress::getLoopbackAddress);
    show("unknown name", () -> {
      try {
        return InetAddress.getByName("no-such-host.invalid");
      } catch (java.net.UnknownHostException e) {
        return e.getClass().getName();
      }
    });
    show("socket to an unknown name", () -> {
      try {
        return new Socket("no-such-host.invalid", 80);
      } catch (java.net.UnknownHostException e) {
        return e.getClass().getName();
      }
    });
  }
}
