package heddle.engine.detect;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Reads fields of the JDK's objects that tell what an object belongs to. */
final class Outer {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long NONE = -1;

  private static final ClassValue<ConcurrentMap<String, Long>> OFFSETS =
      new ClassValue<>() {
        @Override
        protected ConcurrentMap<String, Long> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private Outer() {}

  /** Returns the object in the field {@code name}; null when there is no such field. */
  static @Nullable Object field(Object object, String name) {
    Long known = OFFSETS.get(object.getClass()).get(name);
    long offset = known == null ? find(object.getClass(), name) : known;
    return offset == NONE ? null : UNSAFE.getReference(object, offset);
  }

  private static long find(Class<?> object, String name) {
    long offset = NONE;
    for (Class<?> type = object; type != null && offset == NONE; type = type.getSuperclass()) {
      try {
        offset = UNSAFE.objectFieldOffset(type, name);
      } catch (InternalError e) {
        offset = NONE; // declared further up, if at all
      }
    }
    OFFSETS.get(object).put(name, offset);
    return offset;
  }

  /**
   * Returns the collection to which {@code object} belongs: for an iterator or a view the one it
   * goes over, for a wrapper the one inside; else itself.
   */
  static Object collection(Object object) {
    Object at = object;
    for (int i = 0; i < 8; i++) {
      Object next = next(at);
      if (next == null) {
        break;
      }
      at = next;
    }
    return at;
  }

  private static @Nullable Object next(Object object) {
    String name = object.getClass().getName();
    boolean set = name.endsWith("HashSet") || name.equals("java.util.TreeSet");
    if (!name.startsWith("java.util.") || (!set && name.indexOf('$') < 0)) {
      return null;
    }
    if (set) {
      Object map = field(object, "map");
      return map == null ? field(object, "m") : map;
    }
    if (name.endsWith("SubList")) {
      return field(object, "root");
    }
    for (String field : FIELDS) {
      Object value = field(object, field);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static final String[] FIELDS = {"this$0", "list", "c", "m"};
}
