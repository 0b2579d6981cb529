package heddle.engine;

import java.util.EnumSet;
import java.util.Set;

/**
 * The choices that produce one interleaving, as printable data.
 *
 * <p>The text is a time policy ({@code s} strict, {@code a} adversarial), the letters of the
 * {@linkplain Liberty liberties} that may be taken, a colon, and choices separated by {@code -}. A
 * choice {@code 2} lets thread 2 run until it can not go on; {@code 2.14} lets it run until it is
 * about to do its 14th operation; {@code w1} takes the second alternative where the choice is not
 * of threads: it wakes the second of those that wait for a notification, or takes a liberty.
 * Threads are numbered in the order in which they were started, from 0 for {@code main}. When the
 * choices are used up, the running thread goes on, and after it the lowest number that can.
 *
 * @param text the schedule as text, such as {@code s:0-1.3-2-1}
 */
public record Schedule(String text) {
  /** Rejects text that is not a schedule. */
  public Schedule {
    // Possessive, so that matching a long schedule needs no stack.
    if (!text.matches(
        "[sa][" + letters() + "]*+:(?:(?:\\d++(?:\\.\\d++)?+|w\\d++)(?:-(?=[\\dw])|$))*+")) {
      throw new IllegalArgumentException(
          "schedule: expected a text such as s:0-1.3-2-1, got " + text);
    }
  }

  private static String letters() {
    StringBuilder letters = new StringBuilder();
    for (Liberty liberty : Liberty.values()) {
      letters.append(liberty.letter());
    }
    return letters.toString();
  }

  /** Returns the liberties that may be taken in the execution. */
  public Set<Liberty> liberties() {
    Set<Liberty> liberties = EnumSet.noneOf(Liberty.class);
    for (int i = 1; text.charAt(i) != ':'; i++) {
      Liberty.of(text.charAt(i)).ifPresent(liberties::add);
    }
    return liberties;
  }

  @Override
  public String toString() {
    return text;
  }
}
