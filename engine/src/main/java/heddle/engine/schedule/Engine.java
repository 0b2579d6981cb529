package heddle.engine.schedule;

import heddle.hooks.Controller;
import heddle.hooks.Hooks;
import heddle.hooks.JdkHooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
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

  private final Scheduler scheduler;
  private final Monitors monitors;
  private final ThreadOperations threads;
  private final LibraryCalls calls;
  private final Loops loops;
  private final Sites sites;
  private final ClassInitializers initializers;
  private final List<Object> kept = new ArrayList<>();
  private int nextIdentity;
  private long nextSeed;

  private boolean paused;
  private @Nullable PlainReads plainReads;

  /** Creates the engine for programs woven with {@code sites}. */
  public Engine(Scheduler scheduler, Sites sites, ClassInitializers initializers) {
    this.scheduler = scheduler;
    this.monitors = scheduler.monitors();
    this.threads = new ThreadOperations(scheduler);
    this.calls = new LibraryCalls(this, scheduler, sites);
    this.loops = new Loops(scheduler, threads, sites);
    this.sites = sites;
    this.initializers = initializers;
    initializers.connect(scheduler);
  }

  /** Sets who is told of what happens; null for no one. */
  public void observe(@Nullable Observer observer) {
    scheduler.observe(observer == null ? null : new PausingObserver(this, observer));
  }

  /** Returns the liberties that threads may take, and have taken in the latest execution. */
  public Liberties liberties() {
    return scheduler.liberties;
  }

  /** Lets reads find older values. */
  public void explore(StaleReads reads) {
    plainReads = new PlainReads(this, scheduler, reads);
  }

  /** Sets who is told of what becomes of hosts. */
  public void listen(HostListener listener) {
    scheduler.hosts().listen(listener);
  }

  /** Makes this the engine that hooks call. */
  public void install() {
    Room.load();
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
   * {@code hosts}.
   */
  public Ending run(List<Launch> hosts) {
    reset();
    return scheduler.run(hosts, FIRST_THREAD_ID);
  }

  private static final long FIRST_THREAD_ID = 10_000;

  private void reset() {
    nextIdentity = 0;
    nextSeed = 0;
    kept.clear();
    JdkHooks.resetCounters();
    Receivers.clear();
    initializers.reset();
    ThreadInternals.reset(FIRST_THREAD_ID, 42);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // identity is meant
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
    if (plainReads != null) {
      plainReads.access(self, owner, index, write, site);
    }
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.access(self, owner, index, write, site);
    }
  }

  @Override
  public void seen() {
    Objects.requireNonNull(plainReads).seen();
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
    loops.again(scheduler.running(), site);
  }

  @Override
  public void enter(@Nullable Object object, int site) {
    if (object == null) {
      throw new NullPointerException("synchronized on null");
    }
    Task self = scheduler.running();
    boolean point = site >= 0 && Hooks.visible[site];
    if (site >= 0) {
      // Monitors of the JDK belong to the call that is under way.
      self.pending(object);
    }
    monitors.enter(object, site, point);
  }

  @Override
  public void exit(@Nullable Object object) {
    if (object != null && !scheduler.isOver()) { // else it is only unwinding
      monitors.exit(object);
    }
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
  public void call(@Nullable Object receiver, @Nullable Object argument, int index, int site) {
    if (!controlsCaller()) {
      return;
    }
    Task self = scheduler.running();
    self.site = site;
    if (plainReads != null) {
      plainReads.settle();
    }
    calls.point(self, receiver, site);
    Observer observer = scheduler.observer();
    if (observer != null) {
      self.argument = argument;
      self.index = index;
      observer.calls(self, receiver, site);
      self.argument = null;
    }
  }

  @Override
  public void use(Object collection, int index, int site) {
    if (!controlsCaller()) {
      return;
    }
    Task self = scheduler.running();
    self.site = site;
    calls.pending(self, collection, site);
    if (Hooks.visible[site] || calls.bypassesLock(collection)) {
      scheduler.point();
    }
    Observer observer = scheduler.observer();
    if (observer != null) {
      self.index = index;
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
  public void print(@Nullable Object stream, int site) {
    if (controlsCaller()) {
      Task self = scheduler.running();
      self.site = site;
      calls.point(self, stream, site);
      calls.returned(); // what it prints may call the program back, but that comes before
    }
  }

  @Override
  public void pass(int site) {
    scheduler.running().site = site;
  }

  @Override
  public void called(@Nullable Object result, boolean changed, int site) {
    calls.returned();
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
  public void gives(Object key) {
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.gives(scheduler.running(), key);
    }
  }

  @Override
  public void takes(Object key) {
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.takes(scheduler.running(), key);
    }
  }

  @Override
  public void sawInterrupt(Thread thread) {
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.sawInterrupt(scheduler.running(), thread);
    }
  }

  @Override
  public void found(Class<?> type) {
    if (controlsCaller()) {
      initializers.initializeFound(type);
    }
  }

  @Override
  public void entered() {
    Task self = scheduler.running();
    if (self.isOfLibrary() || self.parallel) {
      self.pending(Receivers.EXECUTORS);
      scheduler.point();
    }
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.enteredProgram(self);
    }
  }

  @Override
  public void left() {
    Task self = scheduler.running();
    calls.backToLibrary(self);
    Observer observer = scheduler.observer();
    if (observer != null) {
      observer.leftProgram(self);
    }
  }

  @Override
  public void parallel(boolean parallel) {
    scheduler.running().parallel = parallel;
  }

  @Override
  public void park(boolean absolute, long time) {
    threads.park(absolute ? time - currentTimeMillis() : time, absolute);
  }

  @Override
  public void unpark(Thread thread) {
    threads.unpark(thread);
  }

  @Override
  public void start(Thread thread) {
    threads.start(thread);
  }

  @Override
  public boolean join(Thread thread, long nanos) throws InterruptedException {
    return threads.join(thread, nanos);
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    threads.sleep(nanos);
  }

  @Override
  public void yieldNow() {
    // A hint that the JVM may ignore. Loops that spin on it are found by Engine.loop.
  }

  @Override
  public void interrupted(Thread thread) {
    threads.interrupted(thread);
  }

  @Override
  public boolean isAlive(Thread thread) {
    return threads.isAlive(thread);
  }

  @Override
  public Thread.State state(Thread thread) {
    return threads.state(thread);
  }

  @Override
  public long nanoTime() {
    scheduler.running().readClock = true;
    return NANO_ORIGIN + scheduler.time().now();
  }

  @Override
  public long currentTimeMillis() {
    scheduler.running().readClock = true;
    return EPOCH_MILLIS + scheduler.time().now() / 1_000_000;
  }

  @Override
  public ForkJoinPool commonPool() {
    Host host = scheduler.running().host();
    ForkJoinPool pool = host.commonPool;
    if (pool == null) {
      pool = ThreadInternals.newCommonPool();
      host.commonPool = pool;
    }
    return pool;
  }

  @Override
  public int identityHashCode(Object object) {
    if (object instanceof Enum<?> constant) {
      // Constants outlive an execution, so their hash codes may not depend on what it did before.
      return constant.name().hashCode() | 1;
    }
    if (object instanceof heddle.hooks.Woven woven) {
      Shadow shadow = Shadow.of(woven);
      if (shadow.identity == 0) {
        shadow.identity = (++nextIdentity * 0x9E37_79B1) >>> 4;
      }
      return shadow.identity;
    }
    return System.identityHashCode(object);
  }

  @Override
  public void keep(Object object) {
    kept.add(object);
  }

  @Override
  public long seed() {
    return ++nextSeed * 0x9E37_79B9_7F4A_7C15L;
  }

  @Override
  public void exit(int status, boolean runHooks, int site) {
    Task self = scheduler.running();
    self.site = site;
    self.pending(null);
    scheduler.point();
    if (status != 0) {
      scheduler.abandon(new Ending.Exited(self, status, site));
    } else {
      scheduler.hosts().exit(self.host());
    }
  }

  @Override
  public void addShutdownHook(Thread hook) {
    List<Thread> hooks = scheduler.running().host().shutdownHooks;
    if (hooks.contains(hook)) {
      throw new IllegalArgumentException("Hook previously registered");
    }
    hooks.add(hook);
  }

  @Override
  public boolean removeShutdownHook(Thread hook) {
    return scheduler.running().host().shutdownHooks.remove(hook);
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
    return Frames.ofProgram(frames);
  }
}
