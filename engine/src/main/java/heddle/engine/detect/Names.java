package heddle.engine.detect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of objects and threads as a person would say them: the variable through which an object was first seen, the name
 * that the program gave a thread or the variable that holds it.
 */
final class Names {
  private static final int TEXT_MAX = 40;

  private final IdentityTable<String> objects = new IdentityTable<>();
  private final IdentityTable<String> variables = new IdentityTable<>();
  private final IdentityTable<String> threads = new IdentityTable<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Notes that {@code object} was seen in {@code variable}. */
  void seen(@Nullable Object object, String variable) {
    if (object != null && !variable.isEmpty() && objects.get(object) == null) {
      objects.put(object, unique(variable));
    }
  }

  /** Notes that the variable {@code variable} holds {@code thread}. */
  void thread(Thread thread, String variable) {
    if (variables.get(thread) == null) {
      variables.put(thread, variable);
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
    String known = objects.get(object);
    if (known != null) {
      return known;
    }
    String base = hint.isEmpty() || hint.equals("this") ? simpleName(object.getClass()) : hint;
    String name = unique(base);
    objects.put(object, name);
    return name;
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

  /** Returns the name of {@code thread}. */
  String thread(Thread thread) {
    String known = threads.get(thread);
    if (known != null) {
      return known;
    }
    String given = thread.getName();
    String variable = variables.get(thread);
    boolean unnamed = given.isEmpty() || given.matches("Thread-\\d+");
    String name = given;
    if (unnamed && variable != null) {
      name = Character.toUpperCase(variable.charAt(0)) + variable.substring(1);
    } else if (given.isEmpty()) {
      name = "virtual";
    }
    name = unique(name);
    threads.put(thread, name);
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
