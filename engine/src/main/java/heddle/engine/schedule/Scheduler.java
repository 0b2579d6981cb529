package heddle.engine.schedule;

import heddle.hooks.Carrier;
import heddle.hooks.Hooks;
import heddle.hooks.JdkHooks;
import java.util.ArrayDeque;
import java.util.List;
import jdk.internal.vm.Continuation;
import org.jspecify.annotations.Nullable;

/**
 * Lets exactly one thread of the program run at a time, and decides which.
 *
 * <p>Each thread of the program is a continuation on the one carrier thread; while it runs, the JVM
 * takes it for the current thread. The choice is made in the running thread, at a scheduling point:
 * it is suspended only when another is chosen. A new thread, and one whose {@code join} is
 * satisfied, first runs on to its next scheduling point without any choice: until there it touches
 * nothing that others can see, so the order does not matter.
 */
public final class Scheduler {
  /**
   * Operations of one thread in one execution after which it counts as endless, scheduling points
   * or not.
   */
  public static final long OPS_MAX = 30_000_000;

  private final Thread carrier = Thread.currentThread();
  private final ArrayDeque<Task> eager = new ArrayDeque<>();
  private final Choices choices = new Choices();
  private final Monitors monitors;
  final Liberties liberties = new Liberties(this);
  private Strategy strategy;
  private @Nullable Replay replay;
  private @Nullable Observer observer;
  private @Nullable StepStrategy follower;
  private boolean adversarial;
  private long stepsMax;

  private final Tasks tasks = new Tasks();
  private final VirtualTime time = new VirtualTime(this);
  private final Hosts hosts = new Hosts(this, tasks);
  private final Options options = new Options(this);

  private @Nullable Task current;
  private @Nullable Task next;
  private @Nullable Task last;
  private @Nullable Ending ending;
  private long steps;
  private int switches;

  /** Creates the scheduler whose carrier is the calling thread. */
  public Scheduler(Strategy strategy) {
    this.strategy = strategy;
    this.monitors = new Monitors(this);
    this.stepsMax = Long.MAX_VALUE;
  }

  /** Sets who picks the next choice, and under which policy of time. */
  public void explore(Strategy strategy, boolean adversarial, long stepsMax) {
    this.strategy = strategy;
    this.adversarial = adversarial;
    this.stepsMax = stepsMax;
    this.replay = null;
  }

  /** Sets the choices to be repeated. */
  public void replay(Choices choices, boolean exact, long stepsMax) {
    this.replay = new Replay(choices, exact);
    this.stepsMax = stepsMax;
  }

  /** Sets who is told of what happens; null for no one. */
  void observe(@Nullable Observer observer) {
    this.observer = observer;
  }

  /** Runs one execution of what {@code launches} say, and returns how it ended. */
  Ending run(List<Launch> launches, long firstThreadId) {
    begin(firstThreadId);
    Task first = hosts.begin(launches);
    first.eager = false;
    eager.remove(first);
    next = first;
    last = first;
    while (next != null) {
      Task task = next;
      next = null;
      resume(task);
    }
    current = null;
    if (replay == null) {
      strategy.end(steps);
    }
    Ending how = ending;
    return how == null ? new Ending.Completed() : how;
  }

  private void begin(long firstThreadId) {
    tasks.clear(firstThreadId);
    eager.clear();
    choices.clear();
    monitors.clear();
    liberties.clear();
    ending = null;
    time.clear();
    steps = 0;
    switches = 0;
    Hooks.ops = 0;
    Hooks.version = 0;
    follower = null;
    if (replay == null) {
      strategy.begin();
      follower = strategy instanceof StepStrategy all ? all : null;
    }
  }

  private void resume(Task task) {
    current = task;
    task.entered = true;
    Hooks.ops = task.ops;
    JdkHooks.busy = false;
    Hooks.limit = replay == null ? OPS_MAX : replay.limit();
    Carrier.setCurrentThread(carrier, task.thread);
    try {
      task.continuation.run();
    } finally {
      Carrier.setCurrentThread(carrier, carrier);
    }
  }

  /** Adds a task for a thread that starts on {@code host}. */
  Task add(Thread thread, Host host) {
    int id = tasks.next();
    Task task = new Task(id, thread, this, host);
    tasks.add(task);
    Hosts.started(task);
    if (replay == null) {
      task.eager = true;
      eager.add(task);
      strategy.started(task);
    }
    return task;
  }

  /** Runs the thread of {@code task}, on its continuation, from its start to its end. */
  void runThread(Task task) {
    ProgramThreads.run(this, task);
    hosts.beforeEnd(task);
    hosts.ended(task);
    next = decide();
    choices.ran(task.id);
  }

  /** Lets {@code task} run on to its next scheduling point before any choice is made. */
  void hurry(Task task) {
    if (replay == null) {
      task.eager = true;
      eager.add(task);
    }
  }

  /** {@code task} does nothing more. */
  void stop(Task task) {
    monitors.abandon(task);
    eager.remove(task);
  }

  /** Ends the execution: whoever asks for the next task gets none. */
  void end(Ending how) {
    if (ending == null) {
      ending = how;
    }
  }

  /**
   * Ends the execution from within the running task, which is never resumed: it does not return.
   */
  Abandoned abandon(Ending how) {
    end(how);
    next = null;
    choices.ranUntil(running().id, Hooks.ops);
    Continuation.yield(Task.SCOPE);
    // Only a thread with a native frame below it gets here.
    throw new Abandoned();
  }

  /** The running task, which was stopped, is never resumed. */
  void vanish() {
    Task self = running();
    next = decide();
    choices.ran(self.id);
    self.ops = Hooks.ops;
    Continuation.yield(Task.SCOPE);
    next = null;
    end(new Ending.Escaped(self.site, "ends its host in code that native code has called", self));
    throw new Abandoned();
  }

  /** A scheduling point: before an operation of the running task that others may see. */
  void point() {
    if (++steps > stepsMax) {
      abandon(new Ending.Bound(running(), running().site, stepsMax));
    }
    if (ending != null) {
      abandon(ending);
    }
    time.passWhileBusy(steps);
    if (replay != null
        || (tasks.liveCount == 1 && eager.isEmpty() && (follower == null || tasks.next() == 1))) {
      return;
    }
    Task self = running();
    self.eager = false;
    Task chosen = decide();
    if (chosen != self) {
      if (chosen == null) {
        abandon(new Ending.Stuck());
      } else {
        switchTo(chosen, true);
      }
    }
  }

  /**
   * Suspends the running task, whose state says why it can not go on, until it can and is chosen.
   */
  void block() {
    Task self = running();
    if (++steps > stepsMax) {
      abandon(new Ending.Bound(self, self.site, stepsMax));
    }
    Task chosen = decide();
    if (chosen == self) {
      choices.ran(self.id);
      Hooks.limit = replay == null ? OPS_MAX : replay.limit();
      return;
    }
    if (chosen == null) {
      next = null;
      choices.ran(self.id);
      Continuation.yield(Task.SCOPE);
      throw new Abandoned();
    }
    switchTo(chosen, false);
  }

  private void switchTo(Task to, boolean preempted) {
    Task self = running();
    int mark = choices.size();
    if (preempted) {
      choices.ranUntil(self.id, Hooks.ops);
    } else {
      choices.ran(self.id);
    }
    self.ops = Hooks.ops;
    next = to;
    if (!Continuation.yield(Task.SCOPE)) {
      next = null;
      pinned(self, to, preempted, mark);
    }
  }

  /** The running task has a native frame below it, so it can not be suspended. */
  private void pinned(Task self, Task to, boolean preempted, int mark) {
    if (!preempted) {
      end(new Ending.Escaped(self.site, "waits in code that native code has called", self));
      throw new Abandoned();
    }
    choices.truncate(mark);
    if (follower != null) {
      follower.inexact("native code calls code of the program");
    }
    if (to.eager) {
      eager.addFirst(to);
    }
    last = self;
  }

  /** Returns the task that is to run, or null when the execution is over. */
  private @Nullable Task decide() {
    while (ending == null) {
      if (replay != null) {
        Task task = replay.next(this);
        if (task != null || ending != null) {
          return task;
        }
      } else {
        Task hurried = eager.poll();
        if (hurried != null) {
          if (follower != null) {
            follower.step(hurried, true);
          }
          return hurried;
        }
        int count = options.collect(last, adversarial && time.mayOvertake(), follower != null);
        if (count == 1 && follower == null) {
          return chosen(options.first());
        }
        if (count > 0) {
          return choose(count);
        }
      }
      makeProgress();
    }
    return null;
  }

  /** Lets the strategy choose among {@code count} options; null when it wants no more of this. */
  private @Nullable Task choose(int count) {
    boolean lastCanRun = options.first() == last;
    running().ops = Hooks.ops;
    int choice = options.choose(strategy, follower, count, lastCanRun, steps);
    if (choice < 0) {
      end(new Ending.Pruned());
      return null;
    }
    if (lastCanRun && choice != 0) {
      switches++;
    }
    return chosen(options.tasks()[choice]);
  }

  /** When no task can run: moves the clock, or ends the execution. */
  private void makeProgress() {
    if (hosts.onlyServersAreLeft()) {
      end(new Ending.Completed());
    } else if (!options.makeProgress()) {
      end(new Ending.Stuck());
    } else if (follower != null) {
      follower.timePassed();
    }
  }

  private Task chosen(Task task) {
    if (follower != null) {
      follower.step(task, false);
    }
    if (task.state != Task.State.RUNNABLE) {
      time.overtake(task);
    }
    last = task;
    return task;
  }

  /** Lets {@code task} go on from whatever it waited for. */
  void wake(Task task, boolean timedOut) {
    if (task.state == Task.State.WAITING) {
      monitors.leaveWaitSet(task);
    }
    if (follower != null && !timedOut) {
      follower.enabled(task);
    }
    task.state = Task.State.RUNNABLE;
    task.deadline = Task.NEVER;
    task.timedOut = timedOut;
  }

  /** The running task has done as many operations as it may. */
  void limitReached(int site) {
    Task self = running();
    self.site = site < 0 ? self.site : site;
    Replay repeated = replay;
    if (repeated == null || repeated.limit() == Replay.NO_LIMIT || Hooks.ops >= OPS_MAX) {
      throw abandon(new Ending.Bound(self, site, Hooks.ops));
    }
    Task chosen = decide();
    if (chosen == null) {
      abandon(new Ending.Stuck());
    } else if (chosen == self) {
      Hooks.limit = repeated.limit();
    } else {
      switchTo(chosen, true);
    }
  }

  /** Chooses one of {@code count} alternatives that are not tasks. */
  int pick(int count) {
    if (count == 1) {
      return 0;
    }
    int index = replay != null ? replay.pick(count) : strategy.pick(count);
    choices.picked(index);
    return index;
  }

  /**
   * The running task spins: it is left out until something changes; if {@code held}, until the
   * strategy that follows every step lets it go.
   */
  void spin(Task self, boolean held) {
    if (replay != null && replay.limit() != Replay.NO_LIMIT) {
      return;
    }
    self.pendingObject = Task.NOTHING;
    self.heldVersion = Hooks.version;
    self.spinVersion = held ? Task.HELD : Hooks.version;
    Task chosen = decide();
    if (chosen == null) {
      abandon(new Ending.Stuck());
    } else if (chosen != self) {
      switchTo(chosen, true);
    }
    self.spinVersion = -1;
  }

  /** Returns the monitors that some task is in, wants or waits on. */
  public List<Monitor> monitorsInUse() {
    return monitors.inUse();
  }

  Monitors monitors() {
    return monitors;
  }

  /**
   * Returns the strategy that follows every step; null when it does not, or choices are repeated.
   */
  @Nullable StepStrategy follower() {
    return follower;
  }

  @Nullable Observer observer() {
    return observer;
  }

  /** Returns the task that runs. */
  public Task running() {
    Task task = current;
    if (task == null) {
      throw new IllegalStateException("no task runs");
    }
    return task;
  }

  /** Returns the task that runs now, or null between executions. */
  public @Nullable Task current() {
    return current;
  }

  @Nullable Task taskOf(Thread thread) {
    return tasks.of(thread);
  }

  /** Returns the hosts of the latest execution. */
  public Hosts hosts() {
    return hosts;
  }

  /** Returns the tasks of the latest execution, in the order in which they were started. */
  public List<Task> tasks() {
    return tasks.all();
  }

  @Nullable Task task(int id) {
    return tasks.get(id);
  }

  /** Returns the tasks that have not ended, by number. */
  Task[] live() {
    return tasks.live;
  }

  int liveCount() {
    return tasks.liveCount;
  }

  @Nullable Task last() {
    return last;
  }

  void last(Task task) {
    last = task;
  }

  /** Returns the choices of the latest execution; they are overwritten by the next. */
  public Choices choices() {
    return choices;
  }

  /** Returns how many scheduling points the latest execution passed. */
  public long steps() {
    return steps;
  }

  /** Returns how often the latest execution changed from a task that could go on to another. */
  public int switches() {
    return switches;
  }

  /** Returns the clock of the latest execution. */
  public VirtualTime time() {
    return time;
  }

  /** Returns whether the execution has come to its end. */
  boolean isOver() {
    return ending != null;
  }
}
