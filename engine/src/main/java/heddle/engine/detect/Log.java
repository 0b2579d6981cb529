package heddle.engine.detect;

import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Events as they are recorded, each with what only the JVM that runs the program knows of it: the
 * site that it came from and the object that it is about. Names can be shared by two objects.
 */
final class Log {
  private final List<Entry> entries = new ArrayList<>();

  /** One event. */
  private static final class Entry {
    Event event;
    final int site;
    final @Nullable Object subject;
    @Nullable Object argument;
    boolean isUse;
    final List<Integer> woken = new ArrayList<>(0);

    Entry(Event event, int site, @Nullable Object subject) {
      this.event = event;
      this.site = site;
      this.subject = subject;
    }

    void rename(String variable) {
      Operation renamed =
          switch (event.operation()) {
            case Operation.Read(_, String value) -> new Operation.Read(variable, value);
            case Operation.ReadStale(_, String value, String newest) ->
                new Operation.ReadStale(variable, value, newest);
            case Operation.Write(_, String before, String value) ->
                new Operation.Write(variable, before, value);
            case Operation other -> other;
          };
      event = new Event(event.step(), event.thread(), event.nanos(), renamed, event.place());
    }
  }

  /**
   * Adds an event.
   *
   * @param site where it came from; -1 when that is nowhere in the program
   * @param subject the owner of the field, the array, the monitor or the receiver of the call
   */
  void add(Event event, int site, @Nullable Object subject) {
    entries.add(new Entry(event, site, subject));
  }

  /** Adds the entry at {@code index} of {@code other} with the next number. */
  void take(Log other, int index) {
    Entry from = other.entries.get(index);
    Event event = from.event;
    Event numbered =
        new Event(size() + 1, event.thread(), event.nanos(), event.operation(), event.place());
    Entry entry = new Entry(numbered, from.site, from.subject);
    entry.argument = from.argument;
    entry.isUse = from.isUse;
    entry.woken.addAll(from.woken);
    entries.add(entry);
  }

  /** Returns the first {@code count} entries. */
  Log first(int count) {
    Log log = new Log();
    log.entries.addAll(entries.subList(0, count));
    return log;
  }

  /**
   * Gives fields of different objects different names, where the program shows them under one:
   * {@code from.balance} and {@code to.balance} for {@code Account.balance} of two accounts.
   *
   * @param nameOf tells the name of an object
   */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  void distinguish(Function<Object, String> nameOf) {
    Map<String, List<Object>> owners = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.subject != null && isField(entry.event.operation())) {
        List<Object> known =
            owners.computeIfAbsent(field(entry.event.operation()), _ -> new ArrayList<>());
        if (known.stream().noneMatch(other -> other == entry.subject)) {
          known.add(entry.subject);
        }
      }
    }
    owners.values().removeIf(objects -> objects.size() < 2);
    for (Entry entry : entries) {
      String name = field(entry.event.operation());
      if (entry.subject != null && owners.containsKey(name)) {
        String field = name.substring(name.lastIndexOf('.') + 1);
        entry.rename(nameOf.apply(entry.subject) + "." + field);
      }
    }
  }

  private static boolean isField(Operation operation) {
    String name = field(operation);
    return !name.isEmpty() && !name.endsWith("]");
  }

  private static String field(Operation operation) {
    return switch (operation) {
      case Operation.Read read -> read.variable();
      case Operation.ReadStale read -> read.variable();
      case Operation.Write write -> write.variable();
      default -> "";
    };
  }

  /** The latest event is a call with this argument. */
  void argument(@Nullable Object argument) {
    entries.getLast().argument = argument;
  }

  /** The latest event is a call of a collection that does not synchronize. */
  void use() {
    entries.getLast().isUse = true;
  }

  /** Returns whether an event is a call of a collection that does not synchronize. */
  boolean isUse(int index) {
    return entries.get(index).isUse;
  }

  /** The latest event woke the thread of this number. */
  void wakes(int thread) {
    entries.getLast().woken.add(thread);
  }

  /** Puts {@code event} in the place of the one at {@code index}, of the same site and subject. */
  void set(int index, Event event) {
    entries.get(index).event = event;
  }

  void remove(int index) {
    entries.remove(index);
  }

  Event get(int index) {
    return entries.get(index).event;
  }

  /** Returns where an event came from; -1 when that is nowhere in the program. */
  int site(int index) {
    return entries.get(index).site;
  }

  /** Returns the object that an event is about; null for a static field. */
  @Nullable Object subject(int index) {
    return entries.get(index).subject;
  }

  /** Returns the first reference among the arguments of a call. */
  @Nullable Object argument(int index) {
    return entries.get(index).argument;
  }

  /** Returns the numbers of the threads that a notification woke. */
  List<Integer> woken(int index) {
    return entries.get(index).woken;
  }

  int size() {
    return entries.size();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns whether the latest event is that a thread waits on {@code monitor}. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  boolean endsWithWait(int thread, Object monitor) {
    if (entries.isEmpty()) {
      return false;
    }
    Entry last = entries.getLast();
    return last.event.thread() == thread
        && last.event.operation() instanceof Operation.Waits
        && last.subject == monitor;
  }

  Event last() {
    return entries.getLast().event;
  }

  /** Returns a copy of the events alone. */
  List<Event> events() {
    return entries.stream().map(entry -> entry.event).toList();
  }
}
