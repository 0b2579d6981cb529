// verdict: passes
// why: a server on a selector answers a client on a channel, whatever the order.

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

public class SelectorEcho {
  static void serve(ServerSocketChannel listener) {
    try (Selector selector = Selector.open()) {
      listener.configureBlocking(false);
      listener.register(selector, SelectionKey.OP_ACCEPT);
      boolean open = true;
      while (open) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isAcceptable()) {
            SocketChannel channel = listener.accept();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
          } else {
            open = echo((SocketChannel) key.channel());
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean echo(SocketChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(10);
    if (channel.read(buffer) < 0) {
      channel.close();
      return false;
    }
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    return true;
  }

  public static void main(String[] args) throws Exception {
    var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (ServerSocketChannel listener = ServerSocketChannel.open().bind(any)) {
      Thread server = new Thread(() -> serve(listener), "server");
      server.start();
      try (SocketChannel channel = SocketChannel.open(listener.getLocalAddress())) {
        channel.write(ByteBuffer.wrap(new byte[] {7}));
        ByteBuffer answer = ByteBuffer.allocate(1);
        channel.read(answer);
        assert answer.get(0) == 7 : "answer is " + answer.get(0);
      }
      server.join();
    }
  }
}
