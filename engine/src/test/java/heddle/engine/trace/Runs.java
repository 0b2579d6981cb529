package heddle.engine.trace;

import heddle.engine.Cause;
import heddle.engine.Finding;
import heddle.engine.Place;
import heddle.engine.Report;
import heddle.engine.Schedule;
import heddle.engine.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Failing runs written by hand, as the engine would record them. */
final class Runs {
  private final String file;
  private final List<Trace.TracedThread> threads = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  Runs(String file, String... names) {
    this.file = file;
    for (String name : names) {
      threads.add(new Trace.TracedThread(threads.size(), name, false, false));
    }
  }

  Runs event(int thread, Operation operation, int line) {
    events.add(new Event(events.size() + 1, thread, 0, operation, at(line)));
    return this;
  }

  Place at(int line) {
    return new Place(file, line, "run");
  }

  Trace trace() {
    return new Trace(threads, events);
  }

  Verdict.Fails fails(Finding finding, int switches) {
    return new Verdict.Fails(finding, new Schedule("s:1.2-2-1"), trace(), 3, switches, false);
  }

  static Report report(Verdict verdict) {
    return new Report(verdict, 3, 41, 12_000_000, 1, "exhaustive", "", List.of());
  }

  static Operation read(String variable, Object value) {
    return new Operation.Read(variable, value.toString());
  }

  static Operation write(String variable, Object before, Object value) {
    return new Operation.Write(variable, before.toString(), value.toString());
  }

  /** Ann and Bob each increment a counter; Ann's read is too old when she writes. */
  static Verdict.Fails lostUpdate() {
    return lostUpdate("Ann", "Bob", "Counter.value");
  }

  static Verdict.Fails lostUpdate(String ann, String bob, String variable) {
    var run =
        new Runs("Counter.java", "main", ann, bob)
            .event(0, write(variable, 0, 0), 2)
            .event(0, new Operation.Starts(1), 7)
            .event(0, new Operation.Starts(2), 8)
            .event(0, new Operation.Joins(1), 9)
            .event(1, read(variable, 0), 4)
            .event(2, read(variable, 0), 4)
            .event(2, write(variable, 0, 1), 4)
            .event(2, new Operation.Ends(), 5)
            .event(1, write(variable, 1, 1), 4)
            .event(1, new Operation.Ends(), 5)
            .event(0, new Operation.Joins(2), 10)
            .event(0, read(variable, 1), 11)
            .event(0, new Operation.Throws("java.lang.AssertionError", "value is 1"), 11);
    var failure = failure(run, "main", "java.lang.AssertionError", "value is 1", 11);
    var finding =
        new Finding.LostUpdate(
            "lost update on " + variable,
            ("%s read 0, then waited. %s wrote 1 meanwhile. %s then wrote 1 over it, so %s's update"
                    + " is gone.")
                .formatted(ann, bob, ann, bob),
            variable,
            failure);
    return run.fails(finding, 2);
  }

  static Finding.Failure failure(Runs run, String thread, String type, String message, int line) {
    return new Finding.Failure(
        type + " in " + thread,
        thread + " died of " + type + ".",
        thread,
        type,
        message,
        run.at(line),
        List.of("Counter.main(" + run.at(line) + ")"));
  }

  /** Ann and Bob take two locks in opposite order. */
  static Verdict.Fails deadlock() {
    var run =
        new Runs("Transfer.java", "main", "Ann", "Bob")
            .event(0, new Operation.Starts(1), 14)
            .event(0, new Operation.Starts(2), 15)
            .event(0, new Operation.Joins(1), 16)
            .event(1, new Operation.Acquire("lock1"), 5)
            .event(2, new Operation.Acquire("lock2"), 10)
            .event(2, new Operation.Blocked("lock1", 1), 11)
            .event(1, new Operation.Blocked("lock2", 2), 6);
    var waits =
        List.of(
            wait("Ann", "lock2", run.at(6), "Bob", "lock1", run.at(5)),
            wait("Bob", "lock1", run.at(11), "Ann", "lock2", run.at(10)));
    return run.fails(
        new Finding.Deadlock(
            "deadlock: Ann and Bob wait for each other",
            "Ann holds lock1 and wants lock2. Bob holds lock2 and wants lock1. Neither can ever go on.",
            waits,
            2),
        1);
  }

  /** A notification that comes before the wait. */
  static Verdict.Fails lostWakeUp() {
    var run =
        new Runs("Dinner.java", "main", "cook")
            .event(0, new Operation.Starts(1), 14)
            .event(1, new Operation.Acquire("bell"), 5)
            .event(1, new Operation.Notifies("bell", 0, false), 6)
            .event(1, new Operation.Release("bell"), 7)
            .event(0, new Operation.Acquire("bell"), 15)
            .event(0, new Operation.Waits("bell", 0), 16);
    var mark = new Cause.Mark(6, 3, "missed this signal", 0, "");
    var cause = new Cause(Cause.Kind.LOST_WAKE_UP, List.of(), List.of(3, 6), Optional.of(mark));
    return run.fails(
        new Finding.Deadlock(
            "lost wake-up: main waits for ever",
            "cook notified bell when nobody waited.",
            List.of(new Finding.Wait("main", "a notification on bell", run.at(16), "", List.of())),
            0,
            Optional.of(cause)),
        1);
  }

  private static Finding.Wait wait(
      String thread, String wants, Place where, String owner, String holds, Place taken) {
    return new Finding.Wait(thread, wants, where, owner, List.of(new Finding.Held(holds, taken)));
  }

  /** Everyone takes the fork on the left, and waits for the one on the right. */
  static Verdict.Fails philosophers(int seats) {
    String[] names = new String[seats + 1];
    names[0] = "main";
    for (int i = 1; i <= seats; i++) {
      names[i] = "philosopher-" + i;
    }
    var run = new Runs("Dinner.java", names);
    for (int i = 1; i <= seats; i++) {
      run.event(0, new Operation.Starts(i), 20);
    }
    for (int i = 1; i <= seats; i++) {
      run.event(i, new Operation.Acquire("fork-" + i), 14);
    }
    List<Finding.Wait> waits = new ArrayList<>();
    for (int i = 1; i <= seats; i++) {
      int right = i % seats + 1;
      run.event(i, new Operation.Blocked("fork-" + right, right), 15);
      waits.add(wait(names[i], "fork-" + right, run.at(15), names[right], "fork-" + i, run.at(14)));
    }
    return run.fails(
        new Finding.Deadlock(
            "deadlock: " + seats + " threads wait for each other",
            "Each philosopher holds the left fork and wants the right one.",
            waits,
            seats),
        seats - 1);
  }

  /** A worker of a pool finds a map entry gone that it had just seen. */
  static Verdict.Fails poolWorker() {
    var run =
        new Runs("Cache.java", "main", "pool-1-thread-1", "pool-1-thread-2")
            .event(0, new Operation.Calls("cache.put(\"a\", 1)", ""), 5)
            .event(1, new Operation.Calls("cache.containsKey(\"a\")", "true"), 9)
            .event(2, new Operation.Calls("cache.remove(\"a\")", "1"), 13)
            .event(1, new Operation.Calls("cache.get(\"a\")", "null"), 10)
            .event(
                1, new Operation.Throws("java.lang.NullPointerException", "Cannot invoke it"), 10);
    var failure =
        failure(run, "pool-1-thread-1", "java.lang.NullPointerException", "Cannot invoke it", 10);
    return run.fails(failure, 2);
  }

  /** Eight threads increment one counter, and one update is lost. */
  static Verdict.Fails eightThreads() {
    var run =
        new Runs("Many.java", "main", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8")
            .event(1, read("Many.sum", 0), 3);
    for (int i = 2; i <= 8; i++) {
      run.event(i, read("Many.sum", i - 2), 3).event(i, write("Many.sum", i - 2, i - 1), 3);
    }
    run.event(1, write("Many.sum", 7, 1), 3)
        .event(0, new Operation.Throws("java.lang.AssertionError", "sum is 1"), 9);
    var failure = failure(run, "main", "java.lang.AssertionError", "sum is 1", 9);
    return run.fails(
        new Finding.LostUpdate(
            "lost update on Many.sum", "An update is gone.", "Many.sum", failure),
        8);
  }

  /** A consumer spins on a flag that is never set. */
  static Verdict.Fails spinning(int reads) {
    var run = new Runs("Spin.java", "main", "consumer").event(0, new Operation.Starts(1), 3);
    for (int i = 0; i < reads; i++) {
      run.event(1, read("Spin.ready", false), 8);
    }
    return run.fails(
        new Finding.Livelock(
            "livelock: consumer spins for ever",
            "No thread is left to change ready.",
            List.of(new Finding.Wait("consumer", "ready", run.at(8), "", List.of()))),
        0);
  }

  /** A signal that comes before anyone waits for it. */
  static Verdict.Fails lostSignal() {
    var run =
        new Runs("Mailbox.java", "main", "sender", "receiver")
            .event(1, new Operation.Acquire("mailbox"), 5)
            .event(1, new Operation.Notifies("mailbox", 0, false), 6)
            .event(1, new Operation.Release("mailbox"), 7)
            .event(1, new Operation.Ends(), 8)
            .event(2, new Operation.Acquire("mailbox"), 11)
            .event(2, new Operation.Waits("mailbox", 0), 12);
    return run.fails(
        new Finding.Deadlock(
            "receiver waits for ever",
            "The signal came before receiver waited for it.",
            List.of(new Finding.Wait("receiver", "mailbox", run.at(12), "", List.of())),
            0),
        0);
  }
}
