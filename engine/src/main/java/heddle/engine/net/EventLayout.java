package heddle.engine.net;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;

/** Where the JDK looks for the parts of a {@code struct epoll_event}. */
final class EventLayout {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int UNKNOWN = -1;
  private static final int SIZE = constant("SIZEOF_EPOLLEVENT");
  private static final int EVENTS = constant("OFFSETOF_EVENTS");
  private static final int DESCRIPTOR = constant("OFFSETOF_FD");

  private EventLayout() {}

  private static int constant(String name) {
    try {
      Class<?> type = Class.forName("sun.nio.ch.EPoll");
      UNSAFE.ensureClassInitialized(type);
      Field field = type.getDeclaredField(name);
      return UNSAFE.getInt(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
    } catch (ReflectiveOperationException e) {
      return UNKNOWN; // another system than Linux
    }
  }

  /** Returns whether this JDK has it: elsewhere than on Linux, sockets are not simulated. */
  static boolean isKnown() {
    return SIZE > 0;
  }

  /** Writes event number {@code index} of those that begin at {@code address}. */
  static void write(long address, int index, int events, int descriptor) {
    long at = address + (long) index * SIZE;
    UNSAFE.putInt(at + EVENTS, events);
    UNSAFE.putInt(at + DESCRIPTOR, descriptor);
  }
}
