package heddle.engine.detect;

import heddle.engine.Place;
import heddle.engine.schedule.Monitor;
import heddle.engine.schedule.Observer;
import heddle.engine.schedule.Scheduler;
import heddle.engine.schedule.Task;
import heddle.engine.trace.Event;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import heddle.engine.weave.Site;
import heddle.engine.weave.SiteTable;
import heddle.hooks.Hooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Records the events of one execution. */
public final class Recorder implements Observer {
  /** Events after which plain accesses are left out, so that they do not fill the memory. */
  private static final int EVENTS_MAX = 200_000;

  private final Scheduler scheduler;
  private final SiteTable sites;
  private final Memory memory;
  private final Names names;
  private final Locks locks = new Locks();
  private final Log events = new Log();
  private @Nullable PendingWrite pending;

  /** How many events belong to the trace; negative for all of them. */
  private int cut = -1;

  /** Whether the next read finds an older value than {@link #newest}. */
  private boolean stale;

  private @Nullable Object newest;

  private final Map<Integer, Taking> taking = new HashMap<>();

  /** A lock that a task has asked for, and the event of its asking. */
  private record Taking(String lock, Object receiver, Event call) {}

  /** A write that is about to happen: what it wrote is in memory by the time of the next event. */
  private record PendingWrite(
      int index,
      Task task,
      @Nullable Object owner,
      int element,
      Site site,
      String variable,
      String before) {}

  /**
   * Creates a recorder for one execution; {@code loaders} give the loader of each realm. {@code
   * known} is what {@link #allNames} gave when the same was recorded before; else empty.
   */
  public Recorder(
      Scheduler scheduler, SiteTable sites, IntFunction<ClassLoader> loaders, List<String> known) {
    this.names = new Names(known, scheduler.hosts()::prefix);
    this.scheduler = scheduler;
    this.sites = sites;
    this.memory = new Memory(sites, loaders);
  }

  /** Returns the trace of the execution, which has ended. */
  public Trace trace() {
    return trace(kept());
  }

  /** Returns the trace together with what only this JVM knows of its events. */
  History history() {
    Log kept = kept();
    return new History(trace(kept), kept, events, sites, names);
  }

  private Log kept() {
    settle();
    events.distinguish(owner -> names.of(owner, ""));
    return Relevance.filter(events.first(cut < 0 ? events.size() : Math.min(cut, events.size())));
  }

  private Trace trace(Log kept) {
    List<Trace.TracedThread> threads = new ArrayList<>();
    for (Task task : scheduler.tasks()) {
      threads.add(
          new Trace.TracedThread(
              task.id(), names.thread(task.thread()), task.thread().isVirtual(), task.daemon()));
    }
    return new Trace(threads, kept.events());
  }

  /** What is recorded from now on does not belong to the trace. */
  void cut() {
    if (cut < 0) {
      cut = events.size();
    }
  }

  /** Returns the names of all objects, in the order in which they were met. */
  public List<String> allNames() {
    return names.all();
  }

  Names names() {
    return names;
  }

  Locks locks() {
    return locks;
  }

  private void add(Task task, Operation operation, int site) {
    add(task, operation, site, null);
  }

  private void add(Task task, Operation operation, int site, @Nullable Object subject) {
    settle();
    events.add(
        new Event(
            events.size() + 1, task.id(), scheduler.time().now(), operation, sites.place(site)),
        site,
        subject);
  }

  /** Completes the write that was about to happen at the last event. */
  private void settle() {
    PendingWrite write = pending;
    if (write == null) {
      return;
    }
    pending = null;
    Object value = value(write.owner(), write.element(), write.site());
    seen(write.owner(), write.element(), value, write.variable());
    Event before = events.get(write.index());
    events.set(
        write.index(),
        new Event(
            before.step(),
            before.thread(),
            before.nanos(),
            new Operation.Write(write.variable(), write.before(), names.text(value)),
            before.place()));
  }

  private @Nullable Object value(@Nullable Object owner, int element, Site site) {
    return element >= 0 && owner != null
        ? Memory.element(owner, element)
        : memory.field(owner, site);
  }

  /**
   * Notes the name of an object that is in a variable, unless the variable itself has no proper
   * name yet.
   */
  private void seen(@Nullable Object owner, int index, @Nullable Object value, String variable) {
    if (index < 0 || owner == null || names.isNamed(owner)) {
      names.seen(reference(value), variable);
    }
  }

  private static @Nullable Object reference(@Nullable Object value) {
    return value == null || value instanceof String || value instanceof Number ? null : value;
  }

  private String variable(@Nullable Object owner, int index, Site site) {
    if (index >= 0 && owner != null) {
      String hint = site.subject().contains("[") ? "" : site.subject();
      return names.of(owner, hint) + "[" + index + "]";
    }
    if (owner == null) {
      return scheduler.running().host().prefix() + site.subject();
    }
    String simple = Names.simpleName(owner.getClass());
    String name = names.of(owner, simple);
    int number = name.lastIndexOf('#');
    String field = site.subject().substring(site.subject().indexOf('.') + 1);
    String declared = site.subject().substring(0, site.subject().indexOf('.'));
    return number >= 0 && name.startsWith(simple)
        ? declared + name.substring(number) + "." + field
        : site.subject();
  }

  @Override
  public void access(Task task, @Nullable Object owner, int index, boolean write, int number) {
    Site site = sites.get(number);
    if (events.size() > EVENTS_MAX
        || (owner == null && !site.isStatic())
        || (site.fixed() && !Hooks.visible[number])) {
      return;
    }
    settle();
    Object value = value(owner, index, site);
    String variable = variable(owner, index, site);
    if (write) {
      String before = names.text(value);
      pending = new PendingWrite(events.size(), task, owner, index, site, variable, before);
      events.add(
          new Event(
              events.size() + 1,
              task.id(),
              scheduler.time().now(),
              new Operation.Write(variable, before, before),
              site.place()),
          number,
          owner);
    } else {
      seen(owner, index, value, variable);
      Operation read =
          stale
              ? new Operation.ReadStale(variable, names.text(value), names.text(newest))
              : new Operation.Read(variable, names.text(value));
      stale = false;
      add(task, read, number, owner);
    }
  }

  @Override
  public void findsStale(Task task, @Nullable Object owner, int index, int number) {
    settle();
    stale = true;
    newest = value(owner, index, sites.get(number));
  }

  private String monitorName(Object object, int site) {
    return names.of(object, site < 0 ? "" : sites.get(site).subject());
  }

  @Override
  public void entered(Task task, Monitor monitor, int site) {
    if (site >= 0) {
      Object object = monitor.object();
      add(task, new Operation.Acquire(monitorName(object, site)), site, object);
    }
  }

  @Override
  public void blocked(Task task, Monitor monitor, int site) {
    Task owner = monitor.owner();
    add(
        task,
        new Operation.Blocked(monitorName(monitor.object(), site), owner == null ? -1 : owner.id()),
        site,
        monitor.object());
  }

  @Override
  public void exited(Task task, Monitor monitor) {
    // That Object.wait leaves the monitor goes without saying.
    if (monitor.site() >= 0 && !events.endsWithWait(task.id(), monitor.object())) {
      Object object = monitor.object();
      add(task, new Operation.Release(monitorName(object, monitor.site())), task.site(), object);
    }
  }

  @Override
  public void waits(Task task, Task.State how, @Nullable Object on, long nanos, int site) {
    Operation operation =
        switch (how) {
          case SLEEPING -> new Operation.Sleeps(nanos);
          case JOINING -> new Operation.Joins(number((Thread) on));
          case PARKED -> parked(on, nanos);
          default -> new Operation.Waits(on == null ? "" : monitorName(on, site), nanos);
        };
    Taking asked = taking.get(task.id());
    if (asked != null && operation instanceof Operation.Blocked) {
      settleCall(asked);
    }
    add(task, operation, site < 0 ? task.site() : site, on);
  }

  private Operation parked(@Nullable Object blocker, long nanos) {
    if (blocker == null) {
      return new Operation.Waits("a permit", nanos);
    }
    Thread owner = Locks.owner(blocker);
    String name = lockName(blocker);
    return owner == null
        ? new Operation.Waits(name, nanos)
        : new Operation.Blocked(name, number(owner));
  }

  String lockName(Object blocker) {
    String name = locks.name(blocker);
    if (!name.isEmpty()) {
      return name;
    }
    Object outer = Memory.reference(blocker, "this$0");
    String outerName = outer == null ? "" : locks.name(outer);
    if (!outerName.isEmpty()) {
      return "a condition of " + outerName;
    }
    boolean inside = blocker.getClass().getName().contains("$");
    return inside && blocker.getClass().getClassLoader() == null
        ? "a signal"
        : names.of(blocker, "");
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  private int number(@Nullable Thread thread) {
    for (Task task : scheduler.tasks()) {
      if (task.thread() == thread) {
        return task.id();
      }
    }
    return -1;
  }

  @Override
  public void resumed(Task task, Task.State how, @Nullable Object on) {
    if (how == Task.State.WAITING && on != null) {
      String why =
          task.wokeSpuriously()
              ? "woke up by itself"
              : task.wasInterrupted() ? "interrupted" : task.timedOut() ? "timed out" : "notified";
      add(task, new Operation.Resumes(names.of(on, ""), why), task.site(), on);
    }
  }

  @Override
  public void signalled(Task task, Object monitor, int woken, boolean all, int site) {
    add(task, new Operation.Notifies(monitorName(monitor, site), woken, all), site, monitor);
  }

  @Override
  public void woke(Task task, Task woken) {
    if (!events.isEmpty()
        && events.last().operation() instanceof Operation.Notifies
        && events.last().thread() == task.id()) {
      events.wakes(woken.id());
    }
  }

  @Override
  public void started(Task task, Task child) {
    add(task, new Operation.Starts(child.id()), task.site());
  }

  @Override
  public void joined(Task task, Task child) {
    for (int i = events.size() - 1; i >= 0; i--) {
      Event event = events.get(i);
      if (event.thread() == task.id()) {
        if (event.operation() instanceof Operation.Joins(int joined) && joined == child.id()) {
          return; // it waited for that end
        }
        break;
      }
    }
    add(task, new Operation.Joins(child.id()), task.site());
  }

  @Override
  public void interrupts(Task task, Thread target) {
    add(task, new Operation.Interrupts(number(target)), task.site());
  }

  @Override
  public void uses(Task task, Object collection, int number) {
    if (events.size() <= EVENTS_MAX) {
      Site site = sites.get(number);
      String name = names.of(collection, site.subject());
      add(task, new Operation.Calls(name + "." + site.name() + "()", ""), number, collection);
      events.use();
    }
  }

  @Override
  public void calls(Task task, @Nullable Object receiver, int number) {
    Site site = sites.get(number);
    String name = site.subject();
    if (receiver != null && !(receiver instanceof Thread)) {
      name = names.of(receiver, name);
      locks.called(receiver, name, task.id(), site.place());
    }
    if (receiver instanceof Lock && site.name().equals("unlock")) {
      add(task, new Operation.Release(name), number, receiver);
      return;
    }
    if (receiver instanceof Condition condition && site.name().startsWith("signal")) {
      signals(task, condition, name, number);
      return;
    }
    String call = (name.isEmpty() ? "" : name + ".") + site.name() + "()";
    add(task, new Operation.Calls(call, ""), number, receiver);
    events.argument(task.argument());
    if (receiver instanceof Lock && site.name().toLowerCase(Locale.ROOT).contains("lock")) {
      taking.put(task.id(), new Taking(name, receiver, events.last()));
    }
  }

  private void signals(Task task, Condition condition, String name, int number) {
    boolean all = sites.get(number).name().equals("signalAll");
    List<Thread> waiting = Locks.waiting(condition);
    int woken = all ? waiting.size() : Math.min(1, waiting.size());
    add(task, new Operation.Notifies(name, woken, all), number, condition);
    waiting.subList(0, woken).forEach(thread -> events.wakes(number(thread)));
  }

  /** The call by which a task asks for a lock gives way to what became of it: taken, or blocked. */
  private void settleCall(Taking asked) {
    settle();
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i).equals(asked.call())) {
        events.remove(i);
        return;
      }
    }
  }

  @Override
  public void called(Task task, @Nullable Object result, boolean changed, int number) {
    Taking asked = taking.remove(task.id());
    if (asked != null && changed) {
      settleCall(asked);
      add(task, new Operation.Acquire(asked.lock()), number, asked.receiver());
      return;
    }
    if (result == null && !sites.get(number).returnsReference()) {
      return;
    }
    settle();
    for (int i = events.size() - 1; i >= 0 && i > events.size() - 50; i--) {
      Event event = events.get(i);
      if (event.thread() == task.id()
          && event.operation() instanceof Operation.Calls(String call, String known)
          && known.isEmpty()
          && event.place().equals(sites.place(number))) {
        events.set(
            i,
            new Event(
                event.step(),
                event.thread(),
                event.nanos(),
                new Operation.Calls(call, names.text(result)),
                event.place()));
        return;
      }
    }
  }

  @Override
  public boolean hearsMessages() {
    return events.size() <= EVENTS_MAX;
  }

  @Override
  public void message(Task task, Passage passage, Packet packet) {
    Operation.Transfers transfer = NetworkEvents.transfer(passage, packet);
    if (!events.isEmpty() && NetworkEvents.includes(transfer, task.id(), events.last())) {
      events.remove(events.size() - 1);
    }
    add(task, transfer, task.site());
  }

  @Override
  public void enteredProgram(Task task) {}

  @Override
  public void leftProgram(Task task) {}

  @Override
  public void named(Thread thread, String variable) {
    names.thread(thread, variable);
  }

  @Override
  public void ended(Task task) {
    add(task, new Operation.Ends(), task.site());
  }

  /** The running task printed {@code text}. */
  public void printed(String text) {
    Task task = scheduler.current();
    if (task != null) {
      add(task, new Operation.Prints(text), task.site());
    }
  }

  /** The execution ended with {@code operation} of {@code task}. */
  void finish(Task task, Operation operation, Place place) {
    settle();
    if (!events.isEmpty()
        && events.last().operation() instanceof Operation.Ends
        && events.last().thread() == task.id()) {
      events.remove(events.size() - 1);
    }
    events.add(
        new Event(events.size() + 1, task.id(), scheduler.time().now(), operation, place),
        -1,
        null);
  }
}
