package heddle.engine.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notes on objects by identity. Identity hash codes are all alike in the JVM that runs programs, so
 * that no execution can depend on them; hence a list, in which what was asked for last moves
 * towards the front.
 */
final class IdentityTable<V> {
  private final List<Object> keys = new ArrayList<>();
  private final List<V> values = new ArrayList<>();

  /** Returns the note on {@code key}; null when there is none. */
  @Nullable V get(Object key) {
    int index = find(key);
    return index < 0 ? null : values.get(index);
  }

  /** Returns the note on {@code key}, made by {@code fresh} when there is none. */
  V get(Object key, Supplier<V> fresh) {
    int index = find(key);
    if (index >= 0) {
      return values.get(index);
    }
    V value = fresh.get();
    put(key, value);
    return value;
  }

  /** Adds a note on {@code key}, which has none. */
  void put(Object key, V value) {
    keys.add(key);
    values.add(value);
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  private int find(Object key) {
    for (int i = keys.size() - 1; i >= 0; i--) {
      if (keys.get(i) == key) {
        return i < keys.size() - 1 ? promote(i) : i;
      }
    }
    return -1;
  }

  private int promote(int index) {
    Object key = keys.get(index);
    V value = values.get(index);
    keys.set(index, keys.get(index + 1));
    values.set(index, values.get(index + 1));
    keys.set(index + 1, key);
    values.set(index + 1, value);
    return index + 1;
  }

  List<V> values() {
    return values;
  }

  void clear() {
    keys.clear();
    values.clear();
  }
}
