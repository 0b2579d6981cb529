package heddle.engine.detect;

import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import heddle.engine.weave.Comparison;
import heddle.engine.weave.Site;
import heddle.engine.weave.SiteTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trace together with what only the JVM that ran the program knows of its events. */
final class History {
  private final Trace trace;
  private final Log log;
  private final Log whole;
  private final SiteTable sites;
  private final Names names;

  /**
   * Creates a history.
   *
   * @param log the events of {@code trace}
   * @param whole all that was recorded, also what one thread alone could see
   */
  History(Trace trace, Log log, Log whole, SiteTable sites, Names names) {
    this.trace = trace;
    this.log = log;
    this.whole = whole;
    this.sites = sites;
    this.names = names;
  }

  Trace trace() {
    return trace;
  }

  List<Event> events() {
    return trace.events();
  }

  /** Returns the sites of the whole program. */
  SiteTable sites() {
    return sites;
  }

  /** Returns where an event came from; null when that is nowhere in the program. */
  @Nullable Site site(Event event) {
    int number = log.site(event.step() - 1);
    return number < 0 ? null : sites.get(number);
  }

  /** Returns the object that an event is about; null for a static field. */
  @Nullable Object subject(Event event) {
    return log.subject(event.step() - 1);
  }

  /** Returns whether an event is about {@code object}. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  boolean concerns(Event event, Object object) {
    return subject(event) == object;
  }

  /** Returns whether an event is about a lock, or a lock that keeps its state in {@code lock}. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  boolean concernsLock(Event event, Object lock) {
    Object subject = subject(event);
    return subject != null && (subject == lock || Locks.synchronizerOf(subject) == lock);
  }

  /** Returns the first reference among the arguments of a call. */
  @Nullable Object argument(Event event) {
    return log.argument(event.step() - 1);
  }

  /** Returns it as a short text; empty when there is none. */
  String argumentText(Event event) {
    Object argument = argument(event);
    return argument == null ? "" : names.text(argument);
  }

  /**
   * Returns whether a thread was kept from going on from one of its events to the other by nothing
   * but the choice of the schedule, or by a lock that another thread held.
   */
  boolean preempted(Event from, Event to) {
    return events().subList(from.step(), to.step() - 1).stream()
        .filter(event -> event.thread() == from.thread())
        .noneMatch(event ->
            switch (event.operation()) {
              case Operation.Waits _, Operation.Sleeps _, Operation.Joins _ -> true;
              default -> false;
            });
  }

  /** Returns whether {@code event} is the failure that ended the execution. */
  static boolean isFailure(Event event) {
    return event.operation() instanceof Operation.Throws
        || event.operation() instanceof Operation.Exits;
  }

  /** Returns the numbers of the threads that a notification woke. */
  List<Integer> woken(Event event) {
    return log.woken(event.step() - 1);
  }

  /** Returns the name of the thread of an event. */
  String who(Event event) {
    return thread(event.thread());
  }

  /** Returns the name of the thread with a number. */
  String thread(int number) {
    return number < 0 ? "another thread" : trace.threads().get(number).name();
  }

  /** Returns the name of an object. */
  String name(Object object) {
    return names.of(object, "");
  }

  /**
   * Returns whether a thread, since it last went on after waiting on {@code monitor}, has looked at
   * anything by which it may have decided to wait for it now: in this method if the program decides
   * by what it read, and in others in any case, for what they return is not followed.
   */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  boolean looked(int thread, Object monitor, Event waits) {
    boolean waiting = false;
    for (int i = whole.size() - 1; i >= 0; i--) {
      Event event = whole.get(i);
      if (event.thread() != thread) {
        continue;
      }
      if (event.operation() instanceof Operation.Waits && whole.subject(i) == monitor) {
        if (waiting) {
          return false;
        }
        waiting = true;
      } else if (waiting
          && isLook(event)
          && (!inOneMethod(event, waits) || sites.decides(whole.site(i)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the first variable that a thread used after a sleep and that others use too, or would
   * have written: what it may have slept for. Null when there is none.
   *
   * @param sleep an event of this trace
   */
  @Nullable String usedAfter(Event sleep) {
    boolean slept = false;
    for (int i = 0; i < whole.size(); i++) {
      Event event = whole.get(i);
      if (event.thread() != sleep.thread()) {
        continue;
      }
      if (event.operation() instanceof Operation.Sleeps) {
        slept = event.nanos() == sleep.nanos() && event.place().equals(sleep.place());
      } else if (slept && isLook(event) && !(whole.subject(i) instanceof Thread)) {
        String name = variable(event.operation());
        if (isUsedByOthers(i, name)) {
          return name;
        }
      }
    }
    return null;
  }

  private boolean isUsedByOthers(int index, String name) {
    Event use = whole.get(index);
    for (int i = 0; i < whole.size(); i++) {
      Event other = whole.get(i);
      if (other.thread() != use.thread()
          && !name.isEmpty()
          && name.equals(variable(other.operation()))) {
        return true;
      }
    }
    Site site = whole.site(index) < 0 ? null : sites.get(whole.site(index));
    for (int i = 0; site != null && i < sites.size(); i++) {
      Site write = sites.get(i);
      if (write.kind() == Site.Kind.WRITE
          && write.owner().equals(site.owner())
          && write.name().equals(site.name())) {
        return true;
      }
    }
    return false;
  }

  private static String variable(Operation operation) {
    return switch (operation) {
      case Operation.Read read -> read.variable();
      case Operation.Write write -> write.variable();
      case Operation.Calls calls -> calls.receiver();
      default -> "";
    };
  }

  private static boolean isLook(Event event) {
    return switch (event.operation()) {
      case Operation.Read _, Operation.ReadStale _, Operation.Calls _ -> true;
      default -> false;
    };
  }

  /** Returns the events of one thread, in order. */
  List<Event> of(int thread) {
    return events().stream().filter(event -> event.thread() == thread).toList();
  }

  /** Returns the last event of a thread. */
  Optional<Event> last(int thread) {
    List<Event> own = of(thread);
    return own.isEmpty() ? Optional.empty() : Optional.of(own.getLast());
  }

  /** Returns the method that a call calls, such as {@code unlock}; empty for other events. */
  String method(Event event) {
    Site site = event.operation() instanceof Operation.Calls ? site(event) : null;
    return site == null ? "" : site.name();
  }

  /** Returns whether the program decided where to go by what it got by an event. */
  boolean decides(Event event) {
    int site = log.site(event.step() - 1);
    return site >= 0 && sites.decides(site);
  }

  /** Returns the comparison with a constant by which it decided; empty for other decisions. */
  Optional<Comparison> comparison(Event event) {
    return sites.comparison(log.site(event.step() - 1));
  }

  /** Returns whether two events stand in one method. */
  static boolean inOneMethod(Event one, Event other) {
    return one.place().file().equals(other.place().file())
        && one.place().method().equals(other.place().method());
  }
}
