package heddle.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something that the specification allows and that hardly ever happens, so that hardly any test
 * meets it. Each is off unless asked for; each is then a choice like any other, so that it is
 * explored, recorded in the schedule, repeated and shrunk.
 */
public enum Liberty {
  /**
   * {@code Object.wait} may return although no one notified the thread (JLS 17.2.1). Those of
   * {@code Condition.await} and {@code LockSupport.park} are not explored.
   */
  SPURIOUS_WAKE_UPS('w'),

  /**
   * A read of a plain variable may find a value that has been overwritten, as long as no later
   * write happens before the read (JLS 17.4.5): so a stop flag is never seen, and an object is seen
   * before its fields are.
   */
  STALE_READS('r'),

  /** {@code weakCompareAndSet} may fail although the value is the expected one. */
  WEAK_CAS_FAILURES('c'),

  /**
   * A thread may find itself interrupted at any call that throws {@link InterruptedException}. One
   * that dies of that exception has done as it should, and is no failure. Interrupts that come
   * while a thread waits already are not explored.
   */
  INTERRUPTS('i');

  private final char letter;

  Liberty(char letter) {
    this.letter = letter;
  }

  /** Returns the letter that stands for it in the text of a {@link Schedule}. */
  public char letter() {
    return letter;
  }

  /** Returns its name for people, such as {@code spurious wake-ups}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace("_ups", "-ups").replace('_', ' ');
  }

  /** Returns the one with that letter. */
  public static Optional<Liberty> of(char letter) {
    for (Liberty liberty : values()) {
      if (liberty.letter == letter) {
        return Optional.of(liberty);
      }
    }
    return Optional.empty();
  }

  /** Returns an unmodifiable set of {@code liberties} that keeps the order of declaration. */
  static Set<Liberty> inOrder(Collection<Liberty> liberties) {
    Set<Liberty> ordered = EnumSet.noneOf(Liberty.class);
    ordered.addAll(liberties);
    return Collections.unmodifiableSet(ordered);
  }
}
