package parity;

import static parity.Cases.LOOPBACK;
import static parity.Cases.buffer;
import static parity.Cases.nio;
import static parity.Cases.show;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Waiting for several channels. */
final class SelectorCases {
  private SelectorCases() {}

  static void selectors() {
    show("select nothing", () -> {
      try (Selector selector = Selector.open()) {
        return selector.selectNow() + " " + selector.keys().size() + " " + selector.isOpen();
      }
    });
    show("select times out", () -> {
      try (Selector selector = Selector.open()) {
        return selector.select(20);
      }
    });
    show("wake-up before select", () -> {
      try (Selector selector = Selector.open()) {
        selector.wakeup();
        return selector.select();
      }
    });
    show("selectable for accept", () -> {
      try (Selector selector = Selector.open();
          ServerSocketChannel l =
              ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0))) {
        l.configureBlocking(false);
        SelectionKey key = l.register(selector, SelectionKey.OP_ACCEPT);
        int before = selector.selectNow();
        try (SocketChannel c = SocketChannel.open(l.getLocalAddress())) {
          return before + " " + selector.select() + " " + key.isAcceptable() + c.isOpen();
        }
      }
    });
    nio("selectable for reading", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        SelectionKey key = s.register(selector, SelectionKey.OP_READ);
        int before = selector.selectNow();
        c.write(buffer("x"));
        return before + " " + selector.select() + " " + key.isReadable();
      }
    });
    nio("selectable at the end", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        SelectionKey key = s.register(selector, SelectionKey.OP_READ);
        c.close();
        return selector.select() + " " + key.isReadable() + s.read(ByteBuffer.allocate(1));
      }
    });
    nio("selectable for writing", (c, s) -> {
      try (Selector selector = Selector.open()) {
        c.configureBlocking(false);
        SelectionKey key = c.register(selector, SelectionKey.OP_WRITE);
        return selector.select() + " " + key.isWritable() + " " + key.isReadable();
      }
    });
    nio("selected again while unread", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        s.register(selector, SelectionKey.OP_READ);
        c.write(buffer("x"));
        int first = selector.select();
        selector.selectedKeys().clear();
        return first + " " + selector.select();
      }
    });
    nio("cancelled key", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        SelectionKey key = s.register(selector, SelectionKey.OP_READ);
        key.cancel();
        selector.selectNow();
        return key.isValid() + " " + selector.keys().size() + " " + s.isRegistered();
      }
    });
    nio("closed channel leaves", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        s.register(selector, SelectionKey.OP_READ);
        s.close();
        selector.selectNow();
        return selector.keys().size();
      }
    });
    nio("interest of zero", (c, s) -> {
      try (Selector selector = Selector.open()) {
        s.configureBlocking(false);
        SelectionKey key = s.register(selector, SelectionKey.OP_READ);
        c.write(buffer("x"));
        key.interestOps(0);
        return selector.selectNow();
      }
    });
    show("closed selector", () -> {
      Selector selector = Selector.open();
      selector.close();
      return selector.select();
    });
    nio("register a blocking channel", (c, s) -> {
      try (Selector selector = Selector.open()) {
        return s.register(selector, SelectionKey.OP_READ);
      }
    });
    show("connect by selector", () -> {
      try (Selector selector = Selector.open();
          ServerSocketChannel l =
              ServerSocketChannel.open().bind(new InetSocketAddress(LOOPBACK, 0));
          SocketChannel c = SocketChannel.open()) {
        c.configureBlocking(false);
        if (!c.connect(l.getLocalAddress())) {
          c.register(selector, SelectionKey.OP_CONNECT);
          selector.select();
          c.finishConnect();
        }
        return c.isConnected();
      }
    });
  }
}
