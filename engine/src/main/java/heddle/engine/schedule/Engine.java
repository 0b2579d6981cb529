package heddle.engine.schedule;

import heddle.hooks.Controller;
import heddle.hooks.Hooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Turns what woven code and patched JDK methods report into operations of the scheduler. */
public final class Engine extends Controller {
  /**
   * The wall clock at the start of each execution, in milliseconds since 1970: the first moment of
   * 2026, UTC.
   */
  public static final long EPOCH_MILLIS = 1_767_225_600_000L;

  /** What {@code System.nanoTime} gives at the start of each execution. */
  private static final long NANO_ORIGIN = 1_000_000_000L;

  /**
   * Repeats of a loop that reads the clock and nothing else after which it counts as waiting for
   * time.
   */
  private static final int CLOCK_SPINS = 8;

  /** How long a loop that waits for time is taken to be busy, in nanoseconds. */
  private static final long CLOCK_SPIN_NANOS = 1_000_000;

  /**
   * Repeats without any change after which a loop with counters of its own makes room for others.
   */
  private static final int SPINS = 64;

  private final Scheduler scheduler;
  private final Monitors monitors;
  private final Sites sites;
  private final ClassInitializers initializers;
  private final List<Thread> shutdownHooks = new ArrayList<>();
  private @Nullable ForkJoinPool commonPool;
  private int nextIdentity;
  private long nextSeed;

  /**
   * The classes of this room. Loaded before the first hook is called: to load a class runs hooks.
   */
  private static final List<Class<?>> ROOM =
      List.of(
          Abandoned.class,
          Choices.class,
          ClassInitializers.class,
          Ending.Completed.class,
          Ending.Died.class,
          Ending.Exited.class,
          Ending.Stuck.class,
          Ending.Bound.class,
          Ending.Escaped.class,
          Ending.Diverged.class,
          Monitor.class,
          Monitors.class,
          Observer.class,
          PausingObserver.class,
          ProgramThreads.class,
          Replay.class,
          Shadow.class,
          Task.class,
          Task.State.class,
          ThreadInternals.class);

  private boolean paused;

  /** Creates the engine for programs woven with {@code sites}. */
  public Engine(Scheduler scheduler, Sites sites, ClassInitializers initializers) {
    this.scheduler = scheduler;
    this.monitors = scheduler.monitors();
    this.sites = sites;
    this.initializers = initializers;
    initializers.connect(scheduler);
  }

  /** Sets who is told of what happens; null for no one. */
  public void observe(@Nullable Observer observer) {
    scheduler.observe(observer == null ? null : new PausingObserver(this, observer));
  }

  /** Makes this the engine that hooks call. */
  public void install() {
    for (Class<?> type : ROOM) {
      try {
        Class.forName(type.getName(), true, type.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    Hooks.controller = this;
  }

  /**
   * Sets whether what the running thread does is the engine's own work, such as weaving a class,
   * not the program's.
   *
   * @return what was set before
   */
  public boolean pause(boolean pause) {
    boolean before = paused;
    paused = pause;
    return before;
  }

  /**
   * Sets everything back that a program may have changed in the JVM, and runs one execution of
   * {@code main}.
   */
  public Ending run(Runnable main) {
    reset();
    Thread thread = new Thread(main, "main");
    ThreadInternals.markStarted(thread);
    return scheduler.run(thread, this::startShutdownHooks, thread.threadId());
  }

  private static final long FIRST_THREAD_ID = 10_000;

  private void reset() {
    commonPool = null;
    nextIdentity = 0;
    nextSeed = 0;
    shutdownHooks.clear();
    initializers.reset();
    ThreadInternals.reset(FIRST_THREAD_ID, 42);
  }

  private void startShutdownHooks() {
    for (Thread hook : shutdownHooks) {
      hook.start();
    }
  }

  @Override
  public boolean controlsCaller() {
    Task task = scheduler.current();
    return task != null && !paused && Thread.currentThread() == task.thread;
  }

  @Override
  public boolean controls(Thread thread) {
    return scheduler.taskOf(thread) != null;
  }

  private void access(@Nullable Object owner, int index, boolean write, int site) {
    if (!controlsCaller()) {
      return;
    }
    Task self = scheduler.running();
    self.site = site;
    if (Hooks.visible[site]) {
      self.pendingObject = owner == null ? sites.staticKey(site) : owner;
      self.pendingIndex = owner == null || index < 0 ? sites.field(site) : index;
      self.pendingWrite = write;
      scheduler.point();
    }
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.access(self, owner, index, write, site);
    }
  }

  @Override
  public void read(@Nullable Object owner, int site) {
    access(owner, -1, false, site);
  }

  @Override
  public void write(@Nullable Object owner, int site) {
    access(owner, -1, true, site);
  }

  @Override
  public void readElement(@Nullable Object array, int index, int site) {
    if (array != null) {
      access(array, index, false, site);
    }
  }

  @Override
  public void writeElement(@Nullable Object array, int index, int site) {
    if (array != null) {
      access(array, index, true, site);
    }
  }

  @Override
  public void limitReached(int site) {
    scheduler.limitReached(site);
  }

  @Override
  public void loop(int site) {
    Task self = scheduler.running();
    long steps = scheduler.steps();
    boolean repeats = self.spinSite == site && self.loopVersion == Hooks.version;
    boolean readClock = self.readClock;
    self.spins = repeats ? self.spins + 1 : 0;
    self.spinSite = site;
    self.loopVersion = Hooks.version;
    self.readClock = false;
    if (!repeats) {
      self.loopSteps = steps;
      return;
    }
    if (readClock && self.spins >= CLOCK_SPINS) {
      self.site = site;
      pause(self, CLOCK_SPIN_NANOS);
    } else if (sites.pureLoop(site) && !readClock) {
      self.site = site;
      self.spinsForEver = true;
      scheduler.spin(self);
    } else if (self.spins >= SPINS && steps > self.loopSteps) {
      self.site = site;
      self.spinsForEver = false;
      self.spins = 0;
      scheduler.spin(self);
    }
  }

  private void pause(Task self, long nanos) {
    self.state = Task.State.SLEEPING;
    self.deadline = scheduler.deadline(nanos);
    scheduler.block();
  }

  @Override
  public void enter(@Nullable Object object, int site) {
    if (object == null) {
      throw new NullPointerException("synchronized on null");
    }
    Task self = scheduler.running();
    boolean point = site >= 0 && Hooks.visible[site];
    self.pendingObject = object;
    self.pendingIndex = -1;
    self.pendingWrite = true;
    monitors.enter(object, site, point);
  }

  @Override
  public void exit(@Nullable Object object) {
    if (object != null && !over()) {
      monitors.exit(object);
    }
  }

  /** Whether the execution is over, so that the code that runs is only unwinding. */
  private boolean over() {
    return scheduler.isOver();
  }

  @Override
  public void await(@Nullable Object object, long nanos, int site) throws InterruptedException {
    if (object == null) {
      throw new NullPointerException("wait on null");
    }
    monitors.await(object, nanos, site);
  }

  @Override
  public void signal(@Nullable Object object, boolean all, int site) {
    if (object == null) {
      throw new NullPointerException("notify on null");
    }
    monitors.signal(object, all, site);
  }

  @Override
  public boolean holds(@Nullable Object object) {
    return object != null && monitors.holds(object);
  }

  @Override
  public void call(@Nullable Object receiver, int site) {
    if (!controlsCaller()) {
      return;
    }
    Task self = scheduler.running();
    self.site = site;
    self.pendingObject = receiver;
    self.pendingIndex = -1;
    self.pendingWrite = true;
    scheduler.point();
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.calls(self, receiver, site);
    }
  }

  @Override
  public void use(Object collection, int site) {
    if (!controlsCaller()) {
      return;
    }
    Task self = scheduler.running();
    self.site = site;
    self.pendingObject = collection;
    self.pendingIndex = -1;
    self.pendingWrite = true;
    if (Hooks.visible[site]) {
      scheduler.point();
    }
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.uses(self, collection, site);
    }
  }

  @Override
  public void inside(Object collection) {
    Task self = scheduler.running();
    if (self.site >= 0 && Hooks.visible[self.site]) {
      scheduler.point();
    }
  }

  @Override
  public void pass(int site) {
    scheduler.running().site = site;
  }

  @Override
  public void called(@Nullable Object result, boolean changed, int site) {
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.called(scheduler.running(), result, changed, site);
    }
  }

  @Override
  public void initialize(Class<?> type) {
    initializers.initialize(type);
  }

  @Override
  public void entered() {
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.enteredProgram(scheduler.running());
    }
  }

  @Override
  public void left() {
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.leftProgram(scheduler.running());
    }
  }

  @Override
  public void park(boolean absolute, long time) {
    Task self = scheduler.running();
    if (self.permit) {
      self.permit = false;
      return;
    }
    if (self.thread.isInterrupted()) {
      return;
    }
    long nanos = absolute ? (time - currentTimeMillis()) * 1_000_000 : time;
    if (nanos <= 0 && (absolute || time != 0)) {
      return;
    }
    Object blocker = LockSupport.getBlocker(self.thread);
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.waits(self, Task.State.PARKED, blocker, nanos, self.site);
    }
    self.state = Task.State.PARKED;
    self.deadline = nanos == 0 ? Task.NEVER : scheduler.deadline(nanos);
    self.timedOut = false;
    scheduler.block();
    self.permit = false;
    if (observer != null) {
      observer.resumed(self, Task.State.PARKED, blocker);
    }
  }

  @Override
  public void unpark(Thread thread) {
    Task task = scheduler.taskOf(thread);
    if (task == null) {
      return;
    }
    task.permit = true;
    Hooks.version++;
    if (task.state == Task.State.PARKED) {
      scheduler.wake(task, false);
      told(task);
    }
  }

  private void told(Task woken) {
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.woke(scheduler.running(), woken);
    }
  }

  @Override
  public void start(Thread thread) {
    if (ThreadInternals.hasStatus(thread)) {
      ThreadInternals.markStarted(thread);
    }
    Hooks.version++;
    Task child = scheduler.add(thread);
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.started(scheduler.running(), child);
    }
  }

  @Override
  public boolean join(Thread thread, long nanos) throws InterruptedException {
    Task self = scheduler.running();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Task target = scheduler.taskOf(thread);
    if (target == null) {
      return true;
    }
    Observer observer = scheduler.observer();
    if (target.state != Task.State.TERMINATED) {
      if (observer != null) {
        observer.waits(self, Task.State.JOINING, thread, nanos, self.site);
      }
      self.state = Task.State.JOINING;
      self.joins = target;
      self.timedOut = false;
      self.deadline = nanos == 0 ? Task.NEVER : scheduler.deadline(nanos);
      scheduler.block();
      self.joins = null;
      throwIfInterrupted(self);
    }
    boolean ended = target.state == Task.State.TERMINATED;
    if (observer != null && ended) {
      observer.joined(self, target);
    }
    return ended;
  }

  private static void throwIfInterrupted(Task self) throws InterruptedException {
    if (self.interruptedWait) {
      self.interruptedWait = false;
      Thread.interrupted();
      throw new InterruptedException();
    }
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    Task self = scheduler.running();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (nanos <= 0) {
      return;
    }
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.waits(self, Task.State.SLEEPING, null, nanos, self.site);
    }
    pause(self, nanos);
    if (observer != null) {
      observer.resumed(self, Task.State.SLEEPING, null);
    }
    throwIfInterrupted(self);
  }

  @Override
  public void yieldNow() {
    // A hint that the JVM may ignore. Loops that spin on it are found by Engine.loop.
  }

  @Override
  public void interrupted(Thread thread) {
    Task task = scheduler.taskOf(thread);
    Observer observer = scheduler.observer();
    Hooks.version++;
    if (observer != null) {
      observer.interrupts(scheduler.running(), thread);
    }
    if (task == null) {
      return;
    }
    switch (task.state) {
      case WAITING, SLEEPING, JOINING -> {
        task.interruptedWait = true;
        scheduler.wake(task, false);
        told(task);
      }
      case PARKED -> {
        scheduler.wake(task, false);
        told(task);
      }
      case RUNNABLE, INITIALIZING, TERMINATED -> task.permit = true;
    }
  }

  @Override
  public boolean isAlive(Thread thread) {
    Task task = scheduler.taskOf(thread);
    return task != null && task.state != Task.State.TERMINATED;
  }

  @Override
  public Thread.State state(Thread thread) {
    Task task = scheduler.taskOf(thread);
    if (task == null) {
      return Thread.State.NEW;
    }
    boolean timed = task.deadline != Task.NEVER;
    return switch (task.state) {
      case RUNNABLE ->
          task.wants != null && task.wants.owner != null
              ? Thread.State.BLOCKED
              : Thread.State.RUNNABLE;
      case WAITING, PARKED, SLEEPING, JOINING ->
          timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
      case INITIALIZING -> Thread.State.RUNNABLE;
      case TERMINATED -> Thread.State.TERMINATED;
    };
  }

  @Override
  public long nanoTime() {
    scheduler.running().readClock = true;
    return NANO_ORIGIN + scheduler.clock();
  }

  @Override
  public long currentTimeMillis() {
    scheduler.running().readClock = true;
    return EPOCH_MILLIS + scheduler.clock() / 1_000_000;
  }

  @Override
  public ForkJoinPool commonPool() {
    ForkJoinPool pool = commonPool;
    if (pool == null) {
      pool = ThreadInternals.newCommonPool();
      commonPool = pool;
    }
    return pool;
  }

  @Override
  public int identityHashCode(Object object) {
    if (object instanceof Enum<?> constant) {
      return constant.name().hashCode() * 31 + constant.ordinal() + 1;
    }
    if (object instanceof heddle.hooks.Woven woven) {
      Shadow shadow = Shadow.of(woven);
      if (shadow.identity == 0) {
        shadow.identity = ++nextIdentity * 0x9E37_79B1 >>> 4;
      }
      return shadow.identity;
    }
    return System.identityHashCode(object);
  }

  @Override
  public long seed() {
    return ++nextSeed * 0x9E37_79B9_7F4A_7C15L;
  }

  @Override
  public void exit(int status, boolean runHooks, int site) {
    Task self = scheduler.running();
    self.site = site;
    scheduler.point();
    if (status != 0) {
      scheduler.abandon(new Ending.Exited(self, status, site));
    } else {
      scheduler.abandon(new Ending.Completed());
    }
  }

  @Override
  public void addShutdownHook(Thread hook) {
    if (shutdownHooks.contains(hook)) {
      throw new IllegalArgumentException("Hook previously registered");
    }
    shutdownHooks.add(hook);
  }

  @Override
  public boolean removeShutdownHook(Thread hook) {
    return shutdownHooks.remove(hook);
  }

  @Override
  public void escape(int site) {
    Task self = scheduler.running();
    scheduler.abandon(new Ending.Escaped(site, sites.text(site), self));
  }

  @Override
  public void named(@Nullable Object thread, String variable) {
    Observer observer = scheduler.observer();
    if (observer != null && thread instanceof Thread known) {
      observer.named(known, variable);
    }
  }

  @Override
  public StackTraceElement[] visible(StackTraceElement[] frames) {
    return Arrays.stream(frames).filter(Engine::isVisible).toArray(StackTraceElement[]::new);
  }

  private static boolean isVisible(StackTraceElement frame) {
    String owner = frame.getClassName();
    return !(owner.startsWith("heddle.engine.")
        || owner.startsWith("heddle.hooks.")
        || owner.startsWith("jdk.internal.vm.Continuation")
        || frame.getMethodName().startsWith("heddle$")
        || frame.getMethodName().startsWith("lambda$ref$"));
  }
}
