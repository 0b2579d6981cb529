package heddle.engine.detect;

import heddle.engine.Finding;
import heddle.engine.Finding.RaceKind;
import heddle.engine.Place;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import heddle.engine.weave.Site;
import heddle.engine.weave.SiteTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a data race in words: who accesses what, and that nothing orders the two. */
public final class RaceStory {
  private final SiteTable sites;

  /** Tells races of programs woven with {@code sites}. */
  public RaceStory(SiteTable sites) {
    this.sites = sites;
  }

  /**
   * Returns the finding and the trace of an execution that was recorded under {@code watch}. {@code
   * all} are the races of the execution in which {@code race} was seen first.
   */
  public Diagnosis.Shown of(Race race, List<Race> all, Recorder recorder, RaceWatch watch) {
    Trace trace = recorder.trace();
    int second = last(trace, race.second(), trace.events().size(), null);
    String variable = second < 0 ? "" : variable(trace.events().get(second).operation());
    int first = last(trace, race.first(), second, variable);
    String name = variable.isEmpty() ? subject(race) : variable;
    Finding.Access one = access(trace, race.first(), first, watch.firstStack());
    Finding.Access two = access(trace, race.second(), second, watch.secondStack());
    RaceKind kind = kind(race, all);
    return new Diagnosis.Shown(
        new Finding.DataRace(
            title(kind, name), sentence(kind, name, one, two), kind, name, one, two),
        trace);
  }

  /** Returns the race in one sentence without the names of threads, for a note beside a failure. */
  public String note(Race race) {
    Place first = sites.place(race.first().site());
    Place second = sites.place(race.second().site());
    String where =
        first.toString().equals(second.toString())
            ? "two threads access it at " + first
            : "%s %s it, %s %s it"
                .formatted(first, verb(race.first().write()), second, verb(race.second().write()));
    return "there is a data race on %s: %s, and nothing orders these two"
        .formatted(subject(race), where);
  }

  private static String verb(boolean write) {
    return write ? "writes" : "reads";
  }

  private String subject(Race race) {
    Site site = sites.get(race.second().site());
    return site.subject().isEmpty() ? site.name() : site.subject();
  }

  private static String variable(Operation operation) {
    return switch (operation) {
      case Operation.Read read -> read.variable();
      case Operation.ReadStale read -> read.variable();
      case Operation.Write write -> write.variable();
      case Operation.Calls calls -> calls.receiver();
      default -> "";
    };
  }

  /** Returns the last event before {@code end} that is {@code access}; -1 when there is none. */
  private int last(Trace trace, Race.Access access, int end, @Nullable String variable) {
    Place place = sites.place(access.site());
    for (int i = end - 1; i >= 0; i--) {
      Event event = trace.events().get(i);
      String about = variable(event.operation());
      if (event.thread() == access.task()
          && event.place().equals(place)
          && !about.isEmpty()
          && (event.operation() instanceof Operation.Calls
              || event.operation() instanceof Operation.Write == access.write())
          && (variable == null || variable.equals(about))) {
        return i;
      }
    }
    return -1;
  }

  private Finding.Access access(Trace trace, Race.Access access, int index, List<String> stack) {
    return new Finding.Access(
        trace.threads().get(access.task()).name(),
        sites.place(access.site()),
        access.write(),
        index < 0 ? 0 : trace.events().get(index).step(),
        stack);
  }

  private RaceKind kind(Race race, List<Race> all) {
    Site second = sites.get(race.second().site());
    if (second.kind() == Site.Kind.CALL) {
      return second.owner().startsWith("java/util/concurrent")
              || second.owner().equals("java/lang/invoke/VarHandle")
          ? RaceKind.PLAIN
          : RaceKind.COLLECTION;
    }
    if (isDoubleChecked(race)) {
      return RaceKind.DOUBLE_CHECKED_LOCKING;
    }
    return isPublication(race, all) ? RaceKind.UNSAFE_PUBLICATION : RaceKind.PLAIN;
  }

  /**
   * Whether a reference is tested before the monitor is entered under which it is tested again and
   * set, all in one method.
   */
  private boolean isDoubleChecked(Race race) {
    if (race.first().write() == race.second().write()) {
      return false;
    }
    boolean readFirst = race.second().write();
    Site read = sites.get(readFirst ? race.first().site() : race.second().site());
    Site write = sites.get(readFirst ? race.second().site() : race.first().site());
    if (!read.place().method().equals(write.place().method()) || !sameField(read, write)) {
      return false;
    }
    boolean entered = false;
    for (int i = read.number() + 1; i < write.number(); i++) {
      Site between = sites.get(i);
      entered |= between.kind() == Site.Kind.ENTER;
      if (entered && between.kind() == Site.Kind.READ && sameField(between, read)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameField(Site one, Site other) {
    return one.type().equals(other.type())
        && one.owner().equals(other.owner())
        && one.name().equals(other.name());
  }

  /**
   * Whether a reference is read by a race, and then, by another, a field that the constructor of an
   * object of its type has written.
   */
  private boolean isPublication(Race race, List<Race> all) {
    String reference = sites.get(race.second().site()).descriptor();
    if (!race.first().write() || race.second().write() || !reference.startsWith("L")) {
      return false;
    }
    for (Race other : all) {
      Site written = sites.get(other.first().site());
      if (other.first().write()
          && !other.second().write()
          && other.first().task() == race.first().task()
          && other.second().task() == race.second().task()
          && written.place().method().startsWith("new ")
          && reference.equals("L" + written.owner() + ";")) {
        return true;
      }
    }
    return false;
  }

  private static String title(RaceKind kind, String variable) {
    return switch (kind) {
      case PLAIN -> "data race on " + variable;
      case COLLECTION -> "data race on the collection " + variable;
      case UNSAFE_PUBLICATION -> "unsafe publication by " + variable;
      case DOUBLE_CHECKED_LOCKING -> "double-checked locking without volatile on " + variable;
    };
  }

  private static String sentence(
      RaceKind kind, String variable, Finding.Access one, Finding.Access two) {
    String what =
        "%s %s %s at %s, %s %s it at %s, and nothing orders these two"
            .formatted(
                one.thread(),
                verb(one.write(), kind),
                variable,
                one.place(),
                two.thread(),
                verb(two.write(), kind),
                two.place());
    return what
        + switch (kind) {
          case PLAIN ->
              one.write() && two.write()
                  ? ": a lock that both threads take would."
                  : ": a lock that both threads take would, or a volatile variable.";
          case COLLECTION ->
              ": a lock that both threads take would, or take a collection made for several"
                  + " threads, such as those of java.util.concurrent.";
          case UNSAFE_PUBLICATION ->
              ", so %s may see the new object before its fields are set: a volatile variable, a lock or final fields would prevent that."
                  .formatted(two.thread());
          case DOUBLE_CHECKED_LOCKING ->
              ": the first test takes no lock, so %s may see the object before its fields are set. Make the variable volatile."
                  .formatted(one.write() ? two.thread() : one.thread());
        };
  }

  private static String verb(boolean write, RaceKind kind) {
    return kind == RaceKind.COLLECTION && write ? "changes" : verb(write);
  }
}
