package heddle.http.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens connections, has one request answered on each, and holds them idle until its input ends.
 */
final class IdleClients {
  private static final String REQUEST = "GET /1k HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private IdleClients() {}

  /** Arguments: port, number of connections. */
  public static void main(String[] arguments) throws IOException {
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    int count = Integer.parseInt(arguments[1]);
    List<SocketChannel> open = new ArrayList<>();
    ByteBuffer answer = ByteBuffer.allocate(4096);
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open(address);
      channel.write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII)));
      int _ = channel.read(answer.clear());
      open.add(channel);
    }
    System.out.println(open.size() + " idle");
    int _ = System.in.read();
  }
}
