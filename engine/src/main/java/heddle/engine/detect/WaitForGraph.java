package heddle.engine.detect;

import heddle.engine.Finding;
import heddle.engine.Finding.Held;
import heddle.engine.Finding.Wait;
import heddle.engine.Place;
import heddle.engine.schedule.ClassInitializers;
import heddle.engine.schedule.Monitor;
import heddle.engine.schedule.NetworkWait;
import heddle.engine.schedule.Scheduler;
import heddle.engine.schedule.Task;
import heddle.engine.weave.Site;
import heddle.engine.weave.SiteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who waits for whom in an execution in which no thread can go on. */
public final class WaitForGraph {
  private static final Set<String> IDLE =
      Set.of(
          "java.util.concurrent.ThreadPoolExecutor.getTask",
          "java.util.TimerThread.mainLoop",
          "java.util.concurrent.ForkJoinPool.awaitWork",
          "java.util.concurrent.DelayScheduler.loop");

  private final Scheduler scheduler;
  private final Recorder recorder;
  private final SiteTable sites;
  private final ClassInitializers initializers;

  /** Creates the graph of the execution that {@code recorder} has recorded. */
  public WaitForGraph(
      Scheduler scheduler, Recorder recorder, SiteTable sites, ClassInitializers initializers) {
    this.scheduler = scheduler;
    this.recorder = recorder;
    this.sites = sites;
    this.initializers = initializers;
  }

  /** Returns what it shows. */
  Finding finding() {
    List<Task> live = live();
    List<Task> cycle = ring();
    if (!cycle.isEmpty()) {
      return deadlock(cycle, live);
    }
    List<Task> spinning = live.stream().filter(Task::spinning).toList();
    if (!spinning.isEmpty()) {
      return livelock(spinning);
    }
    List<Task> busy = live.stream().filter(t -> !t.daemon() && !isIdle(t)).toList();
    if (busy.isEmpty()) {
      return neverEnds(live.stream().filter(t -> !t.daemon()).toList());
    }
    List<Task> ends = bothReading(busy);
    return ends.isEmpty() ? stranded(busy) : bothRead(ends, busy);
  }

  /** Returns the threads that have not ended, in the order in which they were started. */
  List<Task> live() {
    return scheduler.tasks().stream()
        .filter(task -> task.state() != Task.State.TERMINATED)
        .toList();
  }

  /** Returns the threads each of which waits for the next one; empty when there are none. */
  List<Task> ring() {
    return cycle(live());
  }

  /**
   * Returns the lock that a thread waits for: the object of a monitor, or a synchronizer of {@code
   * java.util.concurrent} that keeps its owner; null when it waits for something else.
   */
  @Nullable Object lock(Task task) {
    Monitor wants = task.wants();
    if (wants != null) {
      return wants.object();
    }
    Object parkedOn = parkedOn(task);
    return parkedOn != null && Locks.owner(parkedOn) != null ? parkedOn : null;
  }

  /** Returns what a parked thread gave as the reason; null when it gave none or is not parked. */
  static @Nullable Object parkedOn(Task task) {
    return task.state() == Task.State.PARKED ? LockSupport.getBlocker(task.thread()) : null;
  }

  /** Returns the name of the lock that a thread waits for, as the program calls it. */
  String lockName(Object lock) {
    String name = recorder.locks().name(lock);
    return name.isEmpty() ? recorder.names().of(lock, "") : name;
  }

  /** Returns the thread with a number. */
  Task task(int number) {
    return scheduler.tasks().get(number);
  }

  /** Returns where a thread waits. */
  Place place(Task task) {
    return sites.place(task.site());
  }

  /** Returns two tasks each of which waits for bytes from the other; empty when there are none. */
  static List<Task> bothReading(List<Task> busy) {
    for (Task one : busy) {
      for (Task two : busy) {
        NetworkWait first = one.polls();
        NetworkWait second = two.polls();
        if (first != null && second != null && first.readsFrom(second) && second.readsFrom(first)) {
          return List.of(one, two);
        }
      }
    }
    return List.of();
  }

  private Finding bothRead(List<Task> ends, List<Task> busy) {
    List<Wait> waits = new ArrayList<>(ends.stream().map(this::wait).toList());
    busy.stream().filter(task -> !ends.contains(task)).map(this::wait).forEach(waits::add);
    Wait one = waits.get(0);
    Wait two = waits.get(1);
    return new Finding.Deadlock(
        "deadlock: both ends wait to read: %s and %s".formatted(one.thread(), two.thread()),
        ("%s waits for %s at %s, and %s, on the other end of the connection, waits for %s at %s."
                + " Neither will send: something was not written, or written to a buffer and not"
                + " flushed.")
            .formatted(
                one.thread(),
                one.waitsFor(),
                one.place(),
                two.thread(),
                two.waitsFor(),
                two.place()),
        waits,
        0);
  }

  /** Whether a thread waits for work that is given to a pool or a timer. */
  static boolean isIdle(Task task) {
    for (StackTraceElement frame : task.stack()) {
      if (IDLE.contains(frame.getClassName() + "." + frame.getMethodName())) {
        return true;
      }
      if (Diagnosis.isProgram(frame)) {
        return false;
      }
    }
    return false;
  }

  /** Returns the thread that keeps another from going on; it may have ended. */
  @Nullable Task blocker(Task task) {
    Monitor wants = task.wants();
    if (wants != null) {
      return wants.owner();
    }
    if (task.joins() != null) {
      return task.joins();
    }
    Class<?> initializes = task.initializes();
    if (initializes != null) {
      return initializers.initializerOf(initializes);
    }
    Object parkedOn = parkedOn(task);
    Thread owner = parkedOn == null ? null : Locks.owner(parkedOn);
    return owner == null ? null : taskOf(owner);
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  private @Nullable Task taskOf(Thread thread) {
    for (Task task : scheduler.tasks()) {
      if (task.thread() == thread) {
        return task;
      }
    }
    return null;
  }

  private List<Task> cycle(List<Task> live) {
    for (Task start : live) {
      List<Task> path = new ArrayList<>();
      Task task = start;
      while (task != null && !path.contains(task)) {
        path.add(task);
        task = blocker(task);
      }
      if (task != null && task.state() != Task.State.TERMINATED) {
        return path.subList(path.indexOf(task), path.size());
      }
    }
    return List.of();
  }

  private String name(Task task) {
    return recorder.names().thread(task.thread());
  }

  private Finding deadlock(List<Task> cycle, List<Task> live) {
    List<Wait> waits = new ArrayList<>(cycle.stream().map(this::wait).toList());
    live.stream()
        .filter(t -> !cycle.contains(t) && !t.daemon())
        .map(this::wait)
        .forEach(waits::add);
    List<Wait> ring = waits.subList(0, cycle.size());
    String title =
        switch (ring.size()) {
          case 1 -> "deadlock: " + ring.getFirst().thread() + " waits for itself";
          case 2 ->
              "deadlock: %s and %s wait for each other"
                  .formatted(ring.get(0).thread(), ring.get(1).thread());
          default -> "deadlock: " + ring.size() + " threads wait for each other";
        };
    String end =
        ring.size() == 1
            ? "It can never go on."
            : ring.size() == 2 ? "Neither can ever go on." : "None of them can ever go on.";
    String sentence =
        ring.stream().map(WaitForGraph::sentence).collect(Collectors.joining(" ")) + " " + end;
    return new Finding.Deadlock(title, sentence, waits, ring.size());
  }

  private static String sentence(Wait wait) {
    String holds =
        wait.holds().stream().map(Held::lock).distinct().collect(Collectors.joining(" and "));
    String wants =
        wait.waitsFor().startsWith("the ")
            ? "waits for " + wait.waitsFor()
            : "wants " + wait.waitsFor();
    return holds.isEmpty()
        ? "%s %s.".formatted(wait.thread(), wants)
        : "%s holds %s and %s.".formatted(wait.thread(), holds, wants);
  }

  private Finding livelock(List<Task> spinning) {
    List<Wait> loops = spinning.stream().map(this::wait).toList();
    Wait first = loops.getFirst();
    return new Finding.Livelock(
        "livelock: %s spins for ever".formatted(first.thread()),
        loops.stream()
                .map(w -> "%s spins at %s".formatted(w.thread(), w.place()))
                .collect(Collectors.joining(", "))
            + ", and no thread is left that could change what it reads.",
        loops);
  }

  private Finding neverEnds(List<Task> idle) {
    List<Wait> waits = idle.stream().map(this::wait).toList();
    String names = idle.stream().map(this::name).collect(Collectors.joining(", "));
    String one = idle.size() == 1 ? " waits" : " wait";
    return new Finding.NeverEnds(
        "never ends: " + names + one + " for work",
        "All work is done, but %s still%s for more, so the program never ends: shut the executor or timer down, or let its threads be daemons."
            .formatted(names, one),
        waits);
  }

  private Finding stranded(List<Task> stranded) {
    List<Wait> waits = stranded.stream().map(this::wait).toList();
    Wait first = waits.getFirst();
    String sentence =
        waits.stream()
            .map(w -> "%s waits for %s at %s".formatted(w.thread(), w.waitsFor(), w.place()))
            .collect(Collectors.joining("; "));
    return new Finding.Deadlock(
        "deadlock: %s waits for ever".formatted(first.thread()),
        sentence + "; no thread is left that could bring it about.",
        waits,
        0);
  }

  private Wait wait(Task task) {
    Task blocker = blocker(task);
    int site = task.spinning() ? task.spinSite() : task.site();
    return new Wait(
        name(task),
        waitsFor(task),
        sites.place(site),
        blocker == null ? "" : name(blocker),
        held(task));
  }

  private String waitsFor(Task task) {
    Monitor wants = task.wants();
    if (wants != null) {
      return monitorName(wants, task.site());
    }
    Monitor waitsOn = task.waitsOn();
    if (waitsOn != null) {
      return "a notification on " + recorder.names().of(waitsOn.object(), "");
    }
    Task joins = task.joins();
    if (joins != null) {
      return "the end of " + name(joins);
    }
    Class<?> initializes = task.initializes();
    if (initializes != null) {
      return "the initialization of class " + Names.simpleName(initializes);
    }
    NetworkWait polls = task.polls();
    if (polls != null) {
      return polls.what();
    }
    if (task.spinning()) {
      return "a change";
    }
    Object parkedOn = LockSupport.getBlocker(task.thread());
    if (parkedOn != null && Locks.owner(parkedOn) != null) {
      return recorder.lockName(parkedOn);
    }
    return call(task);
  }

  /** Returns the call in which a parked task waits, such as {@code queue.take()}. */
  private String call(Task task) {
    if (isIdle(task)) {
      return "work";
    }
    if (task.site() < 0) {
      return task.state().toString().toLowerCase(Locale.ROOT);
    }
    Site site = sites.get(task.site());
    return (site.subject().isEmpty() ? "" : site.subject() + ".") + site.name() + "()";
  }

  private String monitorName(Monitor monitor, int site) {
    return recorder.names().of(monitor.object(), site < 0 ? "" : sites.get(site).subject());
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  private List<Held> held(Task task) {
    List<Held> held = new ArrayList<>();
    for (Monitor monitor : scheduler.monitorsInUse()) {
      if (monitor.owner() == task && monitor.site() >= 0) {
        held.add(new Held(monitorName(monitor, monitor.site()), sites.place(monitor.site())));
      }
    }
    for (Locks.Use use : recorder.locks().uses()) {
      if (Locks.owner(use.synchronizer) == task.thread()) {
        Place place = use.asked.getOrDefault(task.id(), Place.UNKNOWN);
        held.add(new Held(use.name, place));
      }
    }
    return held;
  }
}
