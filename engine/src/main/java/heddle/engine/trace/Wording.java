package heddle.engine.trace;

import heddle.engine.Place;
import heddle.engine.trace.Lanes.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what happened in the words of the source: in a few words for a cell, and as a sentence. */
final class Wording {
  /** Longest value that is shown; the rest is in the trace. */
  private static final int VALUE_COLUMNS = 24;

  /** Longest message of an exception that is shown in a cell. */
  private static final int MESSAGE_COLUMNS = 60;

  private final List<Trace.TracedThread> threads;

  /**
   * Last parts of names that stand for more than one variable, such as {@code value} of two
   * classes.
   */
  private final Set<String> ambiguous = new HashSet<>();

  Wording(Trace trace) {
    threads = trace.threads();
    Map<String, String> owners = new HashMap<>();
    for (Event event : trace.events()) {
      String variable = variable(event.operation());
      String before = owners.putIfAbsent(lastPart(variable), variable);
      if (before != null && !before.equals(variable)) {
        ambiguous.add(lastPart(variable));
      }
    }
  }

  /**
   * Returns the variable that an operation is about, or an empty text. A library call is about its
   * receiver: {@code hits} in {@code hits.incrementAndGet()}.
   */
  static String variable(Operation operation) {
    return switch (operation) {
      case Operation.Read read -> read.variable();
      case Operation.ReadStale read -> read.variable();
      case Operation.Write write -> write.variable();
      case Operation.Calls calls -> calls.receiver();
      default -> "";
    };
  }

  /**
   * Returns the name by which a person calls the variable: {@code value} for {@code Counter.value}.
   */
  String shortName(String variable) {
    String last = lastPart(variable);
    return Printable.line(ambiguous.contains(last) ? variable : last);
  }

  private static String lastPart(String variable) {
    return variable.substring(variable.lastIndexOf('.') + 1);
  }

  String thread(int number) {
    return number >= 0 && number < threads.size()
        ? Printable.line(threads.get(number).name())
        : "another thread";
  }

  static String value(String value) {
    return Printable.cut(Printable.line(value), VALUE_COLUMNS);
  }

  /** Returns the words for a cell. */
  String cell(Operation operation) {
    return switch (operation) {
      case Operation.Read(String variable, String value) ->
          "read " + shortName(variable) + " → " + value(value);
      case Operation.ReadStale(String variable, String value, String _) ->
          "read " + shortName(variable) + " → " + value(value) + " (stale)";
      case Operation.Write(String variable, String _, String value) ->
          "write " + shortName(variable) + " ← " + value(value);
      case Operation.Acquire(String lock) -> "lock " + Printable.line(lock);
      case Operation.Release(String lock) -> "unlock " + Printable.line(lock);
      case Operation.Blocked(String lock, int owner) ->
          "wants " + Printable.line(lock) + " (" + thread(owner) + " holds it)";
      case Operation.Waits(String what, long nanos) ->
          "waits for " + Printable.line(what) + (nanos > 0 ? ", at most " + time(nanos) : "");
      case Operation.Resumes(String _, String why) -> "goes on: " + Printable.line(why);
      case Operation.Notifies(String monitor, int woken, boolean all) ->
          (all ? "notifyAll " : "notify ")
              + Printable.line(monitor)
              + " → "
              + (woken == 0 ? "nobody waits" : woken + " woken");
      case Operation.Sleeps(long nanos) -> "sleep " + time(nanos);
      case Operation.Starts(int thread) -> "start " + thread(thread);
      case Operation.Joins(int thread) -> "join " + thread(thread);
      case Operation.Interrupts(int thread) -> "interrupt " + thread(thread);
      case Operation.Calls(String call, String result) ->
          Printable.line(call) + (result.isEmpty() ? "" : " → " + value(result));
      case Operation.Transfers transfers ->
          transfer(
              transfers.what(),
              transfers.from(),
              transfers.to(),
              Printable.line(transfers.content()));
      case Operation.Prints(String text) -> "print \"" + value(text.stripTrailing()) + "\"";
      case Operation.Throws(String type, String message) -> failure(type, message);
      case Operation.Exits(int status) -> "exit with status " + status;
      case Operation.Ends() -> "ends";
    };
  }

  private static String transfer(Operation.Transfer what, String from, String to, String content) {
    return switch (what) {
      case CONNECTED -> "connect to " + to;
      case REFUSED -> "connect to " + to + " ✖ refused";
      case ACCEPTED -> "accept " + from;
      case SENT -> "send ──▶ " + port(to) + " " + content;
      case SENT_LATE -> "send ──late──▶ " + port(to) + " " + content;
      case RESET -> "send ──✖ reset " + content;
      case HELD -> "send ──held── " + content;
      case PARTITIONED -> "partition " + from + (to.isEmpty() ? "" : " from " + to);
      case REPAIRED -> "repair the link of " + from + " and " + to;
      case CRASHED -> "crash host " + from;
      case RESTARTED -> "restart host " + from;
      case LOST -> "send ──✖ lost " + content;
      case UNREACHABLE -> "send ──✖ nobody at " + port(to) + " " + content;
      case DUPLICATED -> "send ══▶ " + port(to) + " twice: " + content;
      case RECEIVED -> "read ◀── " + port(from) + " " + content;
      case SPLIT -> "read ◀─cut─ " + port(from) + " only " + content;
      case END_OF_STREAM -> "read → end of stream";
      case ENDED -> "end of output to " + to;
      case CLOSED -> "close connection to " + to;
      case ABORTED -> "close ──✖ reset connection to " + to;
    };
  }

  /** Returns the port of an address, which tells who it is on one host. */
  private static String port(String address) {
    return address.startsWith("localhost:") ? address.substring("localhost".length()) : address;
  }

  private static String failure(String type, String message) {
    String name = Printable.line(lastPart(type));
    return message.isEmpty()
        ? name
        : name + ": " + Printable.cut(Printable.line(message), MESSAGE_COLUMNS);
  }

  /** Returns a sentence about an event. */
  String sentence(Event event) {
    return thread(event.thread()) + " " + predicate(event.operation()) + where(event.place()) + ".";
  }

  private String predicate(Operation operation) {
    return switch (operation) {
      case Operation.Read(String variable, String value) ->
          "reads " + shortName(variable) + ": " + value(value);
      case Operation.ReadStale(String variable, String value, String newest) ->
          "reads " + shortName(variable) + ": still " + value(value) + ", not " + value(newest);
      case Operation.Write(String variable, String before, String value) ->
          "writes " + value(value) + " to " + shortName(variable) + over(before);
      case Operation.Acquire(String lock) -> "takes " + Printable.line(lock);
      case Operation.Release(String lock) -> "gives back " + Printable.line(lock);
      case Operation.Blocked(String lock, int owner) ->
          "wants " + Printable.line(lock) + ", which " + thread(owner) + " holds, and blocks";
      case Operation.Notifies(String monitor, int woken, boolean _) ->
          woken == 0
              ? "signals " + Printable.line(monitor) + " while nobody waits"
              : "wakes " + woken + " of those that wait for " + Printable.line(monitor);
      case Operation.Resumes(String what, String why) ->
          "goes on after waiting for " + Printable.line(what) + ": " + Printable.line(why);
      case Operation.Sleeps(long nanos) -> "sleeps for " + time(nanos);
      case Operation.Starts(int thread) -> "starts " + thread(thread);
      case Operation.Joins(int thread) -> "waits for the end of " + thread(thread);
      case Operation.Interrupts(int thread) -> "interrupts " + thread(thread);
      case Operation.Calls _ -> "calls " + cell(operation);
      case Operation.Transfers _ -> "does on the network: " + cell(operation);
      case Operation.Prints(String text) -> "prints \"" + value(text.stripTrailing()) + "\"";
      case Operation.Throws _ -> "fails with " + cell(operation);
      case Operation.Exits(int status) -> "leaves the program with status " + status;
      case Operation.Waits _, Operation.Ends _ -> cell(operation);
    };
  }

  private static String over(String before) {
    return before.isEmpty() ? "" : " over " + value(before);
  }

  private static String where(Place place) {
    return place.line() > 0 ? " (line " + place.line() + ")" : "";
  }

  static Kind kind(Operation operation) {
    return switch (operation) {
      case Operation.Read _, Operation.ReadStale _ -> Kind.READ;
      case Operation.Write _ -> Kind.WRITE;
      case Operation.Acquire _ -> Kind.LOCK;
      case Operation.Release _ -> Kind.UNLOCK;
      case Operation.Blocked _, Operation.Waits _, Operation.Sleeps _, Operation.Joins _ ->
          Kind.WAIT;
      case Operation.Resumes _, Operation.Notifies _ -> Kind.SIGNAL;
      case Operation.Starts _, Operation.Interrupts _, Operation.Ends _ -> Kind.THREAD;
      case Operation.Calls _, Operation.Transfers _ -> Kind.CALL;
      case Operation.Prints _ -> Kind.PRINT;
      case Operation.Throws _, Operation.Exits _ -> Kind.FAILURE;
    };
  }

  /** Returns a duration in the largest unit that gives a whole number: {@code 5 ms}. */
  static String time(long nanos) {
    if (nanos % 1_000_000_000 == 0) {
      return nanos / 1_000_000_000 + " s";
    }
    if (nanos % 1_000_000 == 0) {
      return nanos / 1_000_000 + " ms";
    }
    return nanos % 1_000 == 0 ? nanos / 1_000 + " µs" : nanos + " ns";
  }
}
