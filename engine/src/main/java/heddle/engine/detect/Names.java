package heddle.engine.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names of objects and threads as a person would say them: the variable through which an object
 * was first seen, the name that the program gave a thread or the variable that holds it.
 */
final class Names {
  private static final int TEXT_MAX = 40;

  /**
   * What is known of one object: its place in the order in which objects were first seen, and its
   * name if it has one.
   */
  private static final class Entry {
    final int number;
    @Nullable String name;
    @Nullable String base;

    Entry(int number) {
      this.number = number;
    }
  }

  private final List<String> known;
  private final Function<Thread, String> prefixes;
  private final IdentityTable<Entry> entries = new IdentityTable<>();
  private final IdentityTable<String> variables = new IdentityTable<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * Creates names for one execution. {@code known} are the names that the same execution ended with
   * before: an object may be met before the variable that names it, so an execution is recorded
   * twice. Empty the first time. {@code prefixes} give what stands before the name of a thread:
   * {@code client-1/} where there are several hosts.
   */
  Names(List<String> known, Function<Thread, String> prefixes) {
    this.known = known;
    this.prefixes = prefixes;
  }

  /** Returns the names of all objects, in the order in which they were first seen. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    for (Entry entry : entries.values()) {
      while (all.size() <= entry.number) {
        all.add("");
      }
      all.set(entry.number, entry.name == null ? "" : entry.name);
    }
    return all;
  }

  private Entry entry(Object object) {
    Entry entry = entries.get(object);
    if (entry == null) {
      int number = entries.values().size();
      entry = new Entry(number);
      entries.put(object, entry);
      if (number < known.size() && !known.get(number).isEmpty()) {
        entry.name = known.get(number);
        taken.add(known.get(number));
      }
    }
    return entry;
  }

  /** Notes that {@code object} was seen in {@code variable}. */
  void seen(@Nullable Object object, String variable) {
    if (object != null && !variable.isEmpty() && !(object instanceof Thread)) {
      Entry entry = entry(object);
      if (entry.name == null) {
        entry.name = unique(variable);
      }
    }
  }

  /** Returns whether {@code object} has a name that a variable gave it. */
  boolean isNamed(Object object) {
    return entry(object).name != null;
  }

  /** Notes that the variable {@code variable} holds {@code thread}. */
  void thread(Thread thread, String variable) {
    if (variables.get(thread) == null) {
      variables.put(thread, variable);
      Entry entry = entry(thread);
      if (entry.name == null && isUnnamed(thread)) {
        entry.name = unique(prefixes.apply(thread) + capital(variable));
      }
    }
  }

  /** Returns the name of {@code object}, or one made from {@code hint} or its class. */
  String of(Object object, String hint) {
    if (object instanceof Thread thread) {
      return thread(thread);
    }
    if (object instanceof Class<?> type) {
      return simpleName(type) + ".class";
    }
    Entry entry = entry(object);
    String name = entry.name;
    if (name == null && !hint.isEmpty() && !hint.equals("this")) {
      name = unique(hint);
      entry.name = name;
    }
    return name == null ? provisional(object, entry) : name;
  }

  /**
   * A name for an object that no variable has named so far; the same for the same object, different
   * for others.
   */
  private String provisional(Object object, Entry entry) {
    String base = simpleName(object.getClass());
    int same = 0;
    for (Entry other : entries.values()) {
      if (other.number < entry.number && base.equals(other.base)) {
        same++;
      }
    }
    entry.base = base;
    return same == 0 ? base : base + "#" + (same + 1);
  }

  private String unique(String base) {
    if (taken.add(base)) {
      return base;
    }
    int number = counts.merge(base, 1, Integer::sum) + 1;
    return unique(base, number);
  }

  private String unique(String base, int number) {
    String name = base + "#" + number;
    taken.add(name);
    return name;
  }

  private static boolean isUnnamed(Thread thread) {
    return thread.getName().isEmpty() || thread.getName().matches("Thread-\\d+");
  }

  private static String capital(String variable) {
    return Character.toUpperCase(variable.charAt(0)) + variable.substring(1);
  }

  /** Returns the name of {@code thread}. */
  String thread(Thread thread) {
    Entry entry = entry(thread);
    String name = entry.name;
    if (name == null) {
      String own = thread.getName();
      name = prefixes.apply(thread) + (own.isEmpty() ? "virtual-" + thread.threadId() % 1000 : own);
      if (!isUnnamed(thread)) {
        name = unique(name);
        entry.name = name;
      }
    }
    return name;
  }

  /** Returns {@code value} as a short text, without running any code of the program. */
  String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case Character character -> "'" + character + "'";
      case Boolean flag -> flag.toString();
      case Byte number -> number.toString();
      case Short number -> number.toString();
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case Float number -> number.toString();
      case Double number -> number.toString();
      case Enum<?> constant -> constant.name();
      case Thread thread -> thread(thread);
      case Class<?> type -> simpleName(type) + ".class";
      default -> of(value, "");
    };
  }

  private static String quoted(String text) {
    return text.length() <= TEXT_MAX ? '"' + text + '"' : '"' + text.substring(0, TEXT_MAX) + "…\"";
  }

  /** Returns the name of {@code type} without package and outer classes. */
  static String simpleName(Class<?> type) {
    if (type.isArray()) {
      return simpleName(type.getComponentType()) + "[]";
    }
    if (type.isHidden()) {
      return "lambda";
    }
    String name = type.getName();
    String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    return last.isEmpty() || Character.isDigit(last.charAt(0)) ? "anonymous " + outer(name) : last;
  }

  private static String outer(String name) {
    String rest = name.substring(name.lastIndexOf('.') + 1);
    int dollar = rest.indexOf('$');
    return dollar < 0 ? rest : rest.substring(0, dollar);
  }
}
