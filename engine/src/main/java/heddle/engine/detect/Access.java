package heddle.engine.detect;

import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.weave.Calls;
import heddle.engine.weave.Site;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * What an event does to a variable, or to an object of a library that holds what others see.
 *
 * @param variable which one
 * @param name what the program calls it
 * @param method the method called; empty for a field or an array element
 * @param key the element of a collection that it is about, as a text; empty when it is about all
 * @param write whether it may change it
 * @param value what was read, written or returned, as a text; empty when it is not known
 */
record Access(
    Variable variable, String name, String method, String key, boolean write, String value) {
  /** Methods whose result null or false says that they changed nothing. */
  private static final Set<String> UNCHANGED_IF_NULL =
      Set.of("poll", "pollFirst", "pollLast", "remove", "replace", "computeIfPresent");

  /** Methods whose first argument says which element of a collection they are about. */
  private static final Set<String> KEYED =
      Set.of(
          "contains",
          "containsKey",
          "get",
          "getOrDefault",
          "put",
          "putIfAbsent",
          "computeIfAbsent",
          "computeIfPresent",
          "compute",
          "merge",
          "add",
          "addIfAbsent",
          "remove",
          "replace");

  /** Methods that tell by no result whether they changed anything. */
  private static final Set<String> UNCERTAIN =
      Set.of("computeIfAbsent", "compute", "merge", "clear");

  /** Returns the access that an event is; empty when it is none. */
  static Optional<Access> of(History history, Event event) {
    return switch (event.operation()) {
      case Operation.Read(String name, String value) ->
          Optional.of(new Access(variable(history, event, name), name, "", "", false, value));
      case Operation.ReadStale(String name, String value, String _) ->
          Optional.of(new Access(variable(history, event, name), name, "", "", false, value));
      case Operation.Write(String name, String _, String value) ->
          Optional.of(new Access(variable(history, event, name), name, "", "", true, value));
      case Operation.Calls(String _, String result) -> call(history, event, result);
      default -> Optional.empty();
    };
  }

  private static Variable variable(History history, Event event, String name) {
    int bracket = name.lastIndexOf('[');
    Site site = history.site(event);
    String part =
        name.endsWith("]") || site == null
            ? name.substring(Math.max(bracket, 0))
            : site.owner() + "." + site.name();
    return new Variable(history.subject(event), part);
  }

  private static Optional<Access> call(History history, Event event, String result) {
    Object receiver = history.subject(event);
    String method = history.method(event);
    if (receiver == null
        || receiver instanceof Thread
        || receiver instanceof Lock
        || receiver instanceof Condition) {
      return Optional.empty();
    }
    return Optional.of(
        new Access(
            new Variable(receiver, ""),
            history.name(receiver),
            method,
            KEYED.contains(method) ? history.argumentText(event) : "",
            !Calls.reads(method),
            result));
  }

  /** Returns whether it certainly changed the variable. */
  boolean changes() {
    return write
        && !value.equals("false")
        && !UNCERTAIN.contains(method)
        && !(method.equals("putIfAbsent") && !value.equals("null"))
        && !(UNCHANGED_IF_NULL.contains(method) && value.equals("null"));
  }

  /** Returns whether both are about the same variable, and about the same element of it. */
  boolean meets(Access other) {
    return variable.equals(other.variable)
        && (key.isEmpty() || other.key.isEmpty() || key.equals(other.key));
  }

  /** Returns what the thread did as a verb with its object. */
  String did() {
    if (!method.isEmpty()) {
      return "called " + name + "." + done();
    }
    return write ? "wrote " + value + " to " + name : "read " + name;
  }

  /** Returns the call as the program writes it, or the value. */
  String done() {
    return method.isEmpty() ? value : method + "(" + key + ")";
  }

  /** Returns what was seen: a value, or a call and what it returned. */
  String seen() {
    return method.isEmpty() ? value : done() + " → " + value;
  }
}
