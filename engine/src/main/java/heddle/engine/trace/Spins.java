package heddle.engine.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Folds what a thread repeats without any change, such as thirty-seven reads of a flag, into one
 * row.
 */
final class Spins {
  /** Longest loop body that is recognised, in events. */
  private static final int BODY_MAX = 3;

  private Spins() {}

  /**
   * Events that are shown as one row.
   *
   * @param first index of the first
   * @param last index of the last that says the same
   * @param through index of the last event that this row accounts for
   * @param times how many say the same
   */
  record Span(int first, int last, int through, int times) implements Comparable<Span> {
    @Override
    public int compareTo(Span other) {
      return Integer.compare(first, other.first);
    }
  }

  /** Returns the rows for the events with the given indexes. */
  static List<Span> fold(List<Event> events, NavigableSet<Integer> indexes) {
    List<Integer> order = List.copyOf(indexes);
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < order.size()) {
      at = foldAt(events, order, at, spans);
    }
    return spans;
  }

  /**
   * Adds the rows of the loop that begins at {@code at}, or of one event, and returns where to go
   * on.
   */
  private static int foldAt(List<Event> events, List<Integer> order, int at, List<Span> spans) {
    for (int body = 1; body <= BODY_MAX; body++) {
      int times = repeats(events, order, at, body);
      if (times > 1) {
        for (int i = 0; i < body; i++) {
          int first = order.get(at + i);
          int last = order.get(at + body * (times - 1) + i);
          spans.add(new Span(first, last, i == body - 1 ? last : first, times));
        }
        return at + body * times;
      }
    }
    int only = order.get(at);
    spans.add(new Span(only, only, only, 1));
    return at + 1;
  }

  private static int repeats(List<Event> events, List<Integer> order, int at, int body) {
    int times = 1;
    while (isSame(events, order, at, at + times * body, body)) {
      times++;
    }
    return times;
  }

  private static boolean isSame(
      List<Event> events, List<Integer> order, int one, int other, int body) {
    if (other + body > order.size()) {
      return false;
    }
    for (int i = 0; i < body; i++) {
      Event a = events.get(order.get(one + i));
      Event b = events.get(order.get(other + i));
      if (a.thread() != b.thread()
          || a.thread() != events.get(order.get(one)).thread()
          || !a.operation().equals(b.operation())
          || !a.place().equals(b.place())) {
        return false;
      }
    }
    return true;
  }
}
