package heddle.http.serve;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was set, each value with the place where it stands. Not thread-safe. */
final class Given {
  private final Map<Setting, List<Value>> values = new EnumMap<>(Setting.class);

  /**
   * One value.
   *
   * @param text as written
   * @param where it stands, as in {@code --port} or {@code heddle.toml:3}
   */
  record Value(String text, String where) {}

  void add(Setting setting, String text, String where) {
    values.computeIfAbsent(setting, _ -> new ArrayList<>()).add(new Value(text, where));
  }

  /** Takes from {@code other} what is not set here. */
  void addDefaults(Given other) {
    other.values.forEach(values::putIfAbsent);
  }

  List<Value> all(Setting setting) {
    return values.getOrDefault(setting, List.of());
  }

  Optional<Value> last(Setting setting) {
    List<Value> all = all(setting);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  String text(Setting setting, String otherwise) {
    return last(setting).map(Value::text).orElse(otherwise);
  }

  boolean isOn(Setting setting) throws UsageException {
    Optional<Value> value = last(setting);
    if (value.isEmpty()) {
      return false;
    }
    return switch (value.get().text()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new UsageException(
              "%s: expected true or false, got %s"
                  .formatted(value.get().where(), value.get().text()));
    };
  }

  long number(Setting setting, long min, long max, long otherwise) throws UsageException {
    Optional<Value> value = last(setting);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(value.get().text());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException(
        "%s: expected a number from %d to %d, got %s"
            .formatted(value.get().where(), min, max, value.get().text()));
  }
}
