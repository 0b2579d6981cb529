package heddle.engine.schedule;

import heddle.hooks.Hooks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of one execution, and how each comes to its end. What the process of a host is, is what
 * a JVM is (JLS 12.8): it ends with the last of its threads that is no daemon, after its shutdown
 * hooks, and takes its daemons and its sockets with it. The execution ends when every host has
 * ended, or when nothing but servers is left that wait for somebody to come.
 */
public final class Hosts {
  /** What a task waits for that waits for the end of a host. */
  record EndOfHost(Host host) implements NetworkWait {
    @Override
    public String what() {
      return "the end of host " + host.name();
    }

    @Override
    public boolean readsFrom(NetworkWait other) {
      return false;
    }

    @Override
    public boolean isForClients() {
      return false;
    }
  }

  private final Scheduler scheduler;
  private final Tasks tasks;
  private final Termination termination;
  private final List<Host> all = new ArrayList<>();
  private @Nullable HostListener listener;
  private boolean anyEnded;

  Hosts(Scheduler scheduler, Tasks tasks) {
    this.scheduler = scheduler;
    this.tasks = tasks;
    this.termination = new Termination(scheduler, tasks);
  }

  void listen(HostListener told) {
    listener = told;
  }

  /** Starts what {@code launches} say, and returns the task that runs first. */
  Task begin(List<Launch> launches) {
    all.clear();
    anyEnded = false;
    for (Launch launch : launches) {
      Host host = new Host(all.size(), launch.host(), launches.size() == 1);
      all.add(host);
      var _ = start(host, launch);
    }
    return tasks.all().getFirst();
  }

  private Task start(Host host, Launch launch) {
    Thread thread = new Thread(launch.main(), "main");
    thread.setContextClassLoader(launch.loader());
    ThreadInternals.markStarted(thread);
    return scheduler.add(thread, host);
  }

  /** A scheduling point before the running task does something to a host. */
  public void point() {
    Task self = scheduler.running();
    if (++Hooks.ops >= Hooks.limit) { // so that a schedule can name it
      scheduler.limitReached(self.site);
    }
    self.pending(null);
    scheduler.point();
  }

  /** Lets time pass nobody by while {@code thread}, which was started, can run. */
  public void hasten(Thread thread) {
    Task task = tasks.of(thread);
    if (task != null) {
      task.urgent = true;
    }
  }

  /** Adds a host that does not run yet. */
  public Host add(String name) {
    Host host = new Host(all.size(), name, false);
    host.up = false;
    all.add(host);
    return host;
  }

  /** The running task starts {@code host} with {@code launch}. */
  public void restart(Host host, Launch launch) {
    host.up = true;
    Task self = scheduler.running();
    Task main = start(host, launch);
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.started(self, main);
    }
  }

  /** Waits until {@code host} is not up; {@code nanos} is the time-out, 0 for none. */
  public boolean await(Host host, long nanos) throws InterruptedException {
    point();
    Task self = scheduler.running();
    long deadline = nanos == 0 ? Task.NEVER : scheduler.time().deadline(nanos);
    while (host.up && scheduler.time().now() < deadline) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      self.polls = new EndOfHost(host);
      self.state = Task.State.POLLING;
      self.timedOut = false;
      self.deadline = deadline;
      scheduler.block();
      self.polls = null;
    }
    if (!host.up) {
      sawEnd(host);
    }
    return !host.up;
  }

  /** What the threads of {@code host} did comes before what the running task does next. */
  private void sawEnd(Host host) {
    Observer observer = scheduler.observer();
    StepStrategy follower = scheduler.follower();
    for (Task task : tasks.all()) {
      if (task.host() == host && task != scheduler.running()) {
        if (follower != null) {
          follower.joined(task);
        }
        if (observer != null) {
          observer.gives(task, host);
        }
      }
    }
    if (observer != null) {
      observer.takes(scheduler.running(), host);
    }
  }

  private void wakeWaiting(Host host) {
    for (int i = 0; i < tasks.liveCount; i++) {
      Task task = tasks.live[i];
      if (task.polls instanceof EndOfHost wait && wait.host == host) {
        scheduler.wake(task, false);
      }
    }
  }

  /** Returns the hosts, in the order in which they were added. */
  public List<Host> all() {
    return all;
  }

  /** Returns what stands before the name of {@code thread}: its host, where there are several. */
  public String prefix(Thread thread) {
    Task task = tasks.of(thread);
    return task == null ? "" : task.host().prefix();
  }

  /** A thread was started. */
  static void started(Task task) {
    if (!task.daemon) {
      task.host().nonDaemons++;
    }
  }

  /**
   * A scheduling point before the end of {@code task}, which runs, if that ends a host and others
   * can notice.
   */
  void beforeEnd(Task task) {
    Host host = task.host();
    HostListener told = listener;
    if (all.size() == 1
        || scheduler.isOver()
        || task.daemon
        || host.nonDaemons > 1
        || !host.shutdownHooks.isEmpty()) {
      return;
    }
    boolean noticed = told != null && told.isNoticed(host);
    for (int i = 0; i < tasks.liveCount && !noticed; i++) {
      noticed = tasks.live[i] != task && tasks.live[i].host() == host;
    }
    if (noticed) {
      point();
    }
  }

  /** {@code task} has ended: it may have been the last to keep its host up. */
  void ended(Task task) {
    task.ops = Hooks.ops;
    termination.ended(task);
    Host host = task.host();
    if (task.daemon || --host.nonDaemons > 0 || scheduler.isOver()) {
      return;
    }
    List<Thread> hooks = List.copyOf(host.shutdownHooks);
    host.shutdownHooks.clear();
    for (Thread hook : hooks) {
      hook.start();
    }
    if (host.nonDaemons == 0) {
      end(host, true);
    }
  }

  /**
   * The running task, on {@code host}, asks for the end of its process. Does not return. Where the
   * program has started the other hosts itself, they end with it.
   */
  void exit(Host host) {
    if (host.prefix().isEmpty()) {
      throw scheduler.abandon(new Ending.Completed());
    }
    end(host, true);
  }

  /**
   * Ends the process of {@code host}: its threads stop where they are, and what it held is given
   * back, unless it is not {@code orderly}. Does not return when the running task is one of them.
   */
  public void end(Host host, boolean orderly) {
    Task self = scheduler.running();
    boolean runsOn = self.state != Task.State.TERMINATED && self.host() == host;
    host.up = false;
    anyEnded = true;
    if (noneIsUp()) {
      if (runsOn) {
        scheduler.abandon(new Ending.Completed());
      }
      scheduler.end(new Ending.Completed());
      return;
    }
    stopThreads(host);
    wakeWaiting(host);
    if (!runsOn && self.host() != host) {
      sawEnd(host);
    }
    HostListener told = listener;
    if (told != null && orderly) {
      told.ended(host);
    }
    if (runsOn) {
      scheduler.vanish();
    }
  }

  private boolean noneIsUp() {
    for (Host host : all) {
      if (host.up) {
        return false;
      }
    }
    return true;
  }

  /** Stops the threads of {@code host}, none of which does anything more. */
  private void stopThreads(Host host) {
    boolean couldRun = false;
    for (Task task : tasks.all()) {
      if (task.host() == host && task.state != Task.State.TERMINATED) {
        couldRun |= task != scheduler.running() && (task.canRun() || task.deadline != Task.NEVER);
        scheduler.stop(task);
        termination.ended(task);
      }
    }
    host.nonDaemons = 0;
    host.shutdownHooks.clear();
    StepStrategy follower = scheduler.follower();
    if (couldRun && follower != null) {
      follower.inexact("a host ends while threads of it could go on");
    }
    Hooks.version++;
  }

  /**
   * Returns whether a host has come to its end and those that are left do nothing but wait for
   * clients, so that nothing more happens: a server need not stop.
   */
  boolean onlyServersAreLeft() {
    if (!anyEnded) {
      return false;
    }
    boolean serves = false;
    for (int i = 0; i < tasks.liveCount; i++) {
      Task task = tasks.live[i];
      NetworkWait wait = task.polls;
      if (task.state == Task.State.POLLING && wait != null && wait.isForClients()) {
        serves = true;
      } else if (!task.daemon && !isIdle(task)) {
        return false;
      }
    }
    return serves;
  }

  /** Returns whether {@code task} waits in a pool, or the like, for something to do. */
  private boolean isIdle(Task task) {
    if (!task.isOfLibrary()
        || task.wants != null
        || (task.deadline != Task.NEVER && !task.housekeeping)) {
      return false;
    }
    StackTraceElement[] frames =
        task == scheduler.running() ? new Throwable().getStackTrace() : task.stack();
    for (StackTraceElement frame : frames) {
      if ("program".equals(frame.getClassLoaderName())) {
        return false;
      }
    }
    return true;
  }
}
