package heddle.engine.explore;

import heddle.engine.schedule.Shadow;
import java.util.Arrays;

/**
 * Numbers for all that the steps of one execution touch: an object with the number of a field, an
 * element, or -1 for the whole of it. Objects are told apart by identity.
 */
@SuppressWarnings("ReferenceEquality") // identity is meant
final class Locations {
  private static final int FEW = 64;

  /** One for all, because the number of an object stays with it. Only the carrier thread counts. */
  private static long executions;

  private long execution;
  private int objects;
  private Object[] others = new Object[FEW];
  private int[] numbers = new int[FEW];
  private int othersSize;

  private long[] keys = new long[2 * FEW];
  private int[] values = new int[2 * FEW];
  private long[] stamps = new long[2 * FEW];
  private int size;

  /** Forgets everything. */
  void clear() {
    execution = ++executions;
    objects = 0;
    Arrays.fill(others, 0, othersSize, null);
    othersSize = 0;
    size = 0;
  }

  /** Returns how many there are. */
  int size() {
    return size;
  }

  /**
   * Returns the number of the part {@code index} of {@code object}, from 0 in the order of asking.
   */
  int of(Object object, int index) {
    long key = ((long) number(object) << 32) | (index & 0xFFFF_FFFFL);
    int slot = slot(key);
    if (stamps[slot] == execution) {
      return values[slot];
    }
    if (2 * size >= keys.length) {
      grow();
      slot = slot(key);
    }
    stamps[slot] = execution;
    keys[slot] = key;
    values[slot] = size;
    return size++;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    int slot = (int) (mixed >>> 40) & mask;
    while (stamps[slot] == execution && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    long[] oldStamps = stamps;
    keys = new long[2 * oldKeys.length];
    values = new int[keys.length];
    stamps = new long[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldStamps[i] == execution) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
        stamps[slot] = execution;
      }
    }
  }

  private int number(Object object) {
    Shadow shadow = Shadow.ofAny(object);
    if (shadow != null) {
      if (shadow.numbered != execution) {
        shadow.numbered = execution;
        shadow.number = objects++;
      }
      return shadow.number;
    }
    return other(object);
  }

  /** Identity hash codes are all alike here, hence a list, in which what is asked for moves on. */
  private int other(Object object) {
    for (int i = othersSize - 1; i >= 0; i--) {
      if (others[i] == object) {
        int number = numbers[i];
        if (i + 1 < othersSize) {
          others[i] = others[i + 1];
          numbers[i] = numbers[i + 1];
          others[i + 1] = object;
          numbers[i + 1] = number;
        }
        return number;
      }
    }
    if (othersSize == others.length) {
      others = Arrays.copyOf(others, othersSize * 2);
      numbers = Arrays.copyOf(numbers, othersSize * 2);
    }
    others[othersSize] = object;
    numbers[othersSize++] = objects;
    return objects++;
  }
}
