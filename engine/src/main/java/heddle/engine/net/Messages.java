package heddle.engine.net;

import heddle.engine.schedule.Blocking;
import heddle.engine.schedule.Observer;
import heddle.engine.schedule.Observer.Passage;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Tells the observer, when there is one, what passes over the network. */
final class Messages {
  /** Bytes of a message that are shown; the rest is left out. */
  private static final int SHOWN_MAX = 60;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final Blocking blocking;

  Messages(Blocking blocking) {
    this.blocking = blocking;
  }

  /** Something passed that carries no bytes. */
  void passed(Passage passage, @Nullable InetSocketAddress from, @Nullable InetSocketAddress to) {
    Observer observer = blocking.observer();
    if (observer != null) {
      observer.message(blocking.running(), passage, text(from), text(to), "");
    }
  }

  /** Something became of hosts, or of the link between two. */
  void passed(Passage passage, Kernel one, @Nullable Kernel other) {
    Observer observer = blocking.observer();
    if (observer != null) {
      observer.message(blocking.running(), passage, one.name, other == null ? "" : other.name, "");
    }
  }

  /** Bytes passed, which stand in memory. */
  void passed(
      Passage passage,
      @Nullable InetSocketAddress from,
      @Nullable InetSocketAddress to,
      long address,
      int length) {
    Observer observer = blocking.observer();
    if (observer != null) {
      observer.message(blocking.running(), passage, text(from), text(to), content(address, length));
    }
  }

  private static String content(long address, int length) {
    byte[] bytes = new byte[Math.min(length, SHOWN_MAX)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = UNSAFE.getByte(address + i);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        default -> shown.append(c < ' ' ? '.' : c);
      }
    }
    return (length == 1 ? "1 byte" : length + " bytes")
        + " \""
        + shown
        + (length > SHOWN_MAX ? "..." : "")
        + "\"";
  }

  /** Returns an address as people write it. */
  static String text(@Nullable InetSocketAddress address) {
    if (address == null) {
      return "?";
    }
    boolean here = address.getAddress().isLoopbackAddress();
    String host = here ? "localhost" : address.getAddress().getHostAddress();
    return host + ":" + address.getPort();
  }
}
