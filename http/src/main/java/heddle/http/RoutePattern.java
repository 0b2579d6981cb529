package heddle.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of a route. Ordered by what it demands: the more literal, the earlier.
 *
 * @param text as given
 * @param parts one for each segment
 */
record RoutePattern(String text, List<Part> parts) implements Comparable<RoutePattern> {
  /** What one segment of a path must be. */
  sealed interface Part {
    /** Exactly this. */
    record Literal(String text) implements Part {}

    /** Anything, one segment. */
    record Parameter(String name) implements Part {}

    /** Anything, any number of segments. */
    record Rest(String name) implements Part {}
  }

  static RoutePattern parse(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("pattern: expected a leading slash, got " + text);
    }
    List<Part> parts = new ArrayList<>();
    for (String segment : segments(text)) {
      if (!parts.isEmpty() && parts.getLast() instanceof Part.Rest) {
        throw new IllegalArgumentException("pattern: expected the rest at the end, got " + text);
      }
      parts.add(part(segment));
    }
    return new RoutePattern(text, List.copyOf(parts));
  }

  /** Splits a path at its slashes; the empty text before the first one is left out. */
  static List<String> segments(String path) {
    return path.equals("*") ? List.of(path) : List.of(path.substring(1).split("/", -1));
  }

  boolean isLiteral() {
    return parts.stream().allMatch(part -> part instanceof Part.Literal);
  }

  /** Returns the parameters' values, or null if the path does not match. */
  @Nullable Map<String, String> match(List<String> segments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      if (i >= segments.size()) {
        return null;
      }
      switch (parts.get(i)) {
        case Part.Literal(String literal) -> {
          if (!literal.equals(segments.get(i))) {
            return null;
          }
        }
        case Part.Parameter(String name) -> values.put(name, segments.get(i));
        case Part.Rest(String name) -> {
          values.put(name, String.join("/", segments.subList(i, segments.size())));
          return values;
        }
      }
    }
    return parts.size() == segments.size() ? values : null;
  }

  @Override
  public int compareTo(RoutePattern other) {
    for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
      int order = Integer.compare(rank(parts.get(i)), rank(other.parts.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(other.parts.size(), parts.size());
  }

  private static int rank(Part part) {
    return switch (part) {
      case Part.Literal _ -> 0;
      case Part.Parameter _ -> 1;
      case Part.Rest _ -> 2;
    };
  }

  private static Part part(String segment) {
    if (!segment.startsWith("{") || !segment.endsWith("}")) {
      return new Part.Literal(segment);
    }
    String name = segment.substring(1, segment.length() - 1);
    return name.endsWith("...")
        ? new Part.Rest(name.substring(0, name.length() - 3))
        : new Part.Parameter(name);
  }
}
