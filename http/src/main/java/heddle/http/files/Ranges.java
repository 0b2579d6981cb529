package heddle.http.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The ranges that a request asks for (RFC 9110 section 14). */
sealed interface Ranges {
  /**
   * Ranges beyond which the whole file is sent instead: nobody needs more, and each costs a part's
   * head.
   */
  int COUNT_MAX = 16;

  /** None that counts: the whole file is sent. */
  record Whole() implements Ranges {}

  /** Well-formed, but none lies inside the file. */
  record Unsatisfiable() implements Ranges {}

  /** At least one, in the order of the file, no two overlapping. */
  record Parts(List<Part> parts) implements Ranges {}

  /**
   * Some bytes of a file.
   *
   * @param first position of the first
   * @param last position of the last
   */
  record Part(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  /**
   * Reads a {@code Range} field for a file of {@code size} bytes. A malformed one counts as none.
   */
  static Ranges parse(String field, long size) {
    if (!field.regionMatches(true, 0, "bytes=", 0, 6)) {
      return new Whole();
    }
    String[] items = field.substring(6).split(",", -1);
    if (items.length > COUNT_MAX) {
      return new Whole();
    }
    List<Part> parts = new ArrayList<>();
    for (String item : items) {
      String range = item.strip();
      if (!range.matches("\\d{1,18}-\\d{0,18}|-\\d{1,18}")) {
        return new Whole();
      }
      int dash = range.indexOf('-');
      Part part = dash == 0 ? suffix(range, size) : fromFirst(range, dash, size);
      if (dash > 0 && dash < range.length() - 1 && isBackward(range, dash)) {
        return new Whole();
      }
      if (part.first() < size && part.length() > 0) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? new Unsatisfiable() : new Parts(merged(parts));
  }

  private static Part suffix(String range, long size) {
    long length = Math.min(Long.parseLong(range.substring(1)), size);
    return new Part(size - length, size - 1);
  }

  private static Part fromFirst(String range, int dash, long size) {
    long first = Long.parseLong(range.substring(0, dash));
    String last = range.substring(dash + 1);
    return new Part(first, last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1));
  }

  private static boolean isBackward(String range, int dash) {
    return Long.parseLong(range.substring(dash + 1)) < Long.parseLong(range.substring(0, dash));
  }

  /** Joins ranges that touch, so that no byte is sent twice however often it is asked for. */
  private static List<Part> merged(List<Part> parts) {
    List<Part> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingLong(Part::first));
    List<Part> merged = new ArrayList<>();
    for (Part part : sorted) {
      if (!merged.isEmpty() && part.first() <= merged.getLast().last() + 1) {
        Part before = merged.removeLast();
        merged.add(new Part(before.first(), Math.max(before.last(), part.last())));
      } else {
        merged.add(part);
      }
    }
    return merged;
  }
}
