package heddle.engine.detect;

import java.util.List;
import java.util.Set;

/** Which methods of collections change them. */
final class CollectionUse {
  private static final Set<String> CHANGES =
      Set.of(
          "clear", "set", "pop", "sort", "flip", "and", "or", "xor", "andNot", "insertElementAt");
  private static final List<String> PREFIXES =
      List.of(
          "add", "put", "remove", "offer", "poll", "push", "retain", "replace", "compute", "merge");

  private CollectionUse() {}

  /** Returns whether a method of that name changes its collection. */
  static boolean changes(String name) {
    return CHANGES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }
}
