package heddle.hooks;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * The static methods that woven code of the program calls. Only the program's own threads run woven
 * code, one at a time, on one carrier thread, so plain static fields suffice.
 *
 * <p>Most operations concern no other thread; for these a hook costs a few nanoseconds: one
 * increment and three tests.
 */
public final class Hooks {
  /** The engine; null until it runs a program. */
  public static @Nullable Controller controller;

  /** Operations that the running thread has done since it started. */
  public static long ops;

  /** The value of {@link #ops} at which {@link Controller#limitReached} is to be called. */
  public static long limit = Long.MAX_VALUE;

  /**
   * Counts everything that may change what another thread reads, so that spinning can be told from
   * progress.
   */
  public static long version;

  /** Whether every access is to be reported, not only those at visible sites. */
  public static boolean watching;

  /** Whether the site with that number is a scheduling point. */
  public static boolean[] visible = new boolean[0];

  private Hooks() {}

  static Controller controller() {
    Controller engine = controller;
    if (engine == null) {
      throw new IllegalStateException("woven code runs without the engine");
    }
    return engine;
  }

  static void count(int site) {
    if (++ops >= limit) {
      controller().limitReached(site);
    }
  }

  /** Before {@code getfield}. */
  public static void read(@Nullable Object owner, int site) {
    count(site);
    if (watching || visible[site]) {
      controller().read(owner, site);
    }
  }

  /** Before {@code putfield}. */
  public static void write(@Nullable Object owner, int site) {
    count(site);
    if (watching || visible[site]) {
      controller().write(owner, site);
    }
    // Not before: another thread may run first, and must not take the old value for the new.
    version++;
  }

  /** Before {@code getstatic}. */
  public static void readStatic(int site) {
    read(null, site);
  }

  /** Before {@code putstatic}. */
  public static void writeStatic(int site) {
    write(null, site);
  }

  /** Before an array load. */
  public static void readElement(@Nullable Object array, int index, int site) {
    count(site);
    if (watching || visible[site]) {
      controller().readElement(array, index, site);
    }
  }

  /** Before an array store. */
  public static void writeElement(@Nullable Object array, int index, int site) {
    count(site);
    if (watching || visible[site]) {
      controller().writeElement(array, index, site);
    }
    version++;
  }

  /** Whether the variable that is being read holds an older value until {@link #seen}. */
  public static boolean stale;

  /** After a read, in programs whose reads may find older values. */
  public static void seen() {
    if (stale) {
      stale = false;
      controller().seen();
    }
  }

  /** Before a backward jump. */
  public static void loop(int site) {
    count(site);
    controller().loop(site);
  }

  /** Instead of {@code monitorenter}. */
  public static void enter(@Nullable Object object, int site) {
    count(site);
    controller().enter(object, site);
  }

  /** Instead of {@code monitorexit}. */
  public static void exit(@Nullable Object object) {
    controller().exit(object);
    version++;
  }

  /** Instead of {@code Object.wait()}. */
  public static void await(@Nullable Object object, int site) throws InterruptedException {
    count(site);
    controller().await(object, 0, site);
  }

  /** Instead of {@code Object.wait(long)}. */
  public static void await(@Nullable Object object, long millis, int site)
      throws InterruptedException {
    await(object, millis, 0, site);
  }

  /** Instead of {@code Object.wait(long, int)}. */
  public static void await(@Nullable Object object, long millis, int nanos, int site)
      throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    if (nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
    count(site);
    long most = Long.MAX_VALUE / 1_000_000 - 1;
    controller().await(object, Math.min(millis, most) * 1_000_000 + nanos, site);
  }

  /** Instead of {@code Object.notify}. */
  public static void signal(@Nullable Object object, int site) {
    count(site);
    controller().signal(object, false, site);
    version++;
  }

  /** Instead of {@code Object.notifyAll}. */
  public static void signalAll(@Nullable Object object, int site) {
    count(site);
    controller().signal(object, true, site);
    version++;
  }

  /** Instead of {@code Thread.holdsLock}. */
  public static boolean holds(Object object) {
    return controller().holds(object);
  }

  /**
   * Before a call that synchronizes. {@code argument} is its first argument that is a reference,
   * null when it has none, and {@code index} its first {@code int}, 0 when it has none.
   */
  public static void call(
      @Nullable Object receiver, @Nullable Object argument, int index, int site) {
    count(site);
    controller().call(receiver, argument, index, site);
  }

  /** Before a static call that synchronizes. */
  public static void call(int site) {
    call(null, null, 0, site);
  }

  /**
   * Before a call on a collection of unknown kind: a scheduling point if it is one that
   * synchronizes. The arguments are those of {@link #call(Object, Object, int, int)}.
   */
  public static void callIfShared(
      @Nullable Object receiver, @Nullable Object argument, int index, int site) {
    count(site);
    if (receiver == null) {
      return;
    }
    if (SharedCollections.holds(receiver.getClass())) {
      controller().call(receiver, argument, index, site);
      return;
    }
    if (watching || visible[site]) {
      controller().use(receiver, index, site);
    }
    collection = receiver;
  }

  /**
   * The collection whose method is called now, or was called last; for the scheduling points inside
   * such methods.
   */
  static @Nullable Object collection;

  /** Before a call whose line is worth knowing. */
  public static void pass(int site) {
    count(site);
    controller().pass(site);
  }

  /** After a call that may have changed what others see. */
  public static void called(int site) {
    version++;
    if (watching) {
      controller().called(null, true, site);
    }
  }

  /** After a call that may have changed what others see. */
  public static void called(@Nullable Object value, int site) {
    version++;
    if (watching) {
      controller().called(value, true, site);
    }
  }

  /** After a call that may have changed what others see. */
  public static boolean called(boolean value, int site) {
    called((Object) value, site);
    return value;
  }

  /** After a call that may have changed what others see. */
  public static int called(int value, int site) {
    version++;
    if (watching) {
      controller().called(value, true, site);
    }
    return value;
  }

  /** After a call that may have changed what others see. */
  public static long called(long value, int site) {
    version++;
    if (watching) {
      controller().called(value, true, site);
    }
    return value;
  }

  /** After a call that only reads. */
  public static void consulted(int site) {
    if (watching) {
      controller().called(null, false, site);
    }
  }

  /** After a call that only reads. */
  public static void consulted(@Nullable Object value, int site) {
    if (watching) {
      controller().called(value, false, site);
    }
  }

  /** After a call that only reads. */
  public static boolean consulted(boolean value, int site) {
    if (watching) {
      controller().called(value, false, site);
    }
    return value;
  }

  /** After a call that only reads. */
  public static int consulted(int value, int site) {
    if (watching) {
      controller().called(value, false, site);
    }
    return value;
  }

  /** After a call that only reads. */
  public static long consulted(long value, int site) {
    if (watching) {
      controller().called(value, false, site);
    }
    return value;
  }

  /**
   * After a call that says by its result whether it changed anything, such as {@code
   * compareAndSet}.
   */
  public static boolean tried(boolean done, int site) {
    if (done) {
      version++;
    }
    if (watching) {
      controller().called(done, done, site);
    }
    return done;
  }

  /** After a call that says by its result whether it changed anything. */
  public static void tried(@Nullable Object result, int site) {
    if (result != null) {
      version++;
    }
    if (watching) {
      controller().called(result, result != null, site);
    }
  }

  /** After a call that says by its result whether it changed anything. */
  public static int tried(int result, int site) {
    return called(result, site);
  }

  /**
   * After a call that says by its result whether it changed anything; a stamp of 0 is a failure.
   */
  public static long tried(long stamp, int site) {
    if (stamp != 0) {
      version++;
    }
    if (watching) {
      controller().called(stamp, stamp != 0, site);
    }
    return stamp;
  }

  /** After a call that may have changed what others see. */
  public static void tried(int site) {
    called(site);
  }

  /**
   * Before an initialiser that the JVM runs, once for all executions: what it does is not counted.
   */
  public static long quiet() {
    long before = ops;
    ops = Long.MIN_VALUE / 2;
    return before;
  }

  /** After an initialiser that the JVM runs. */
  public static void loud(long before) {
    ops = before;
  }

  /** Instead of {@code UUID.randomUUID}. */
  public static java.util.UUID randomUuid() {
    return SeededSecureRandom.uuid(controller());
  }

  /** Instead of {@code SecureRandom.getInstanceStrong}. */
  public static java.security.SecureRandom secureRandom() {
    return new SeededSecureRandom();
  }

  /** Before a static member is used for the first time. */
  public static void initialize(Class<?> type) {
    count(-1);
    controller().initialize(type);
  }

  /** Before a static member is used once more; only while {@link #watching}. */
  public static void used(Class<?> type) {
    controller().used(type);
  }

  /** Instead of {@code Class.forName} with a loader. */
  public static Class<?> forName(String name, boolean initialize, @Nullable ClassLoader loader)
      throws ClassNotFoundException {
    Class<?> type = Class.forName(name, initialize, loader);
    if (initialize) {
      found(type);
    }
    return type;
  }

  /** After {@code Class.forName}. */
  public static void found(Class<?> type) {
    count(-1);
    controller().found(type);
  }

  /** Before a field is read or written by reflection. */
  public static void reflected(@Nullable Object field, int site) {
    count(site);
    if (field instanceof java.lang.reflect.Field known
        && java.lang.reflect.Modifier.isStatic(known.getModifiers())) {
      controller().found(known.getDeclaringClass());
    }
  }

  /** At the entry of code that libraries call. */
  public static void entered() {
    count(-1);
    controller().entered();
  }

  /** At the exit of code that libraries call. */
  public static void left() {
    count(-1);
    controller().left();
  }

  /**
   * Before an operation on a stream; what it calls back may be called by several threads if the
   * stream is parallel.
   */
  public static void stream(@Nullable Object stream, int site) {
    count(site);
    if (stream instanceof BaseStream<?, ?> known && known.isParallel()) {
      controller().parallel(true);
    }
  }

  /** After an operation on a stream. */
  public static void streamed() {
    controller().parallel(false);
  }

  /** Instead of {@code Thread.onSpinWait}. */
  public static void onSpinWait(int site) {
    count(site);
    controller().yieldNow();
  }

  /**
   * Instead of {@code System.identityHashCode} and of {@code Object.hashCode} where nothing
   * overrides it.
   */
  public static int identityHashCode(@Nullable Object object) {
    Controller engine = controller;
    return object == null ? 0 : engine == null ? 1 : engine.identityHashCode(object);
  }

  /** Instead of {@code System.exit}. */
  public static void exit(int status, int site) {
    count(site);
    controller().exit(status, true, site);
  }

  /** Instead of {@code Runtime.exit}. */
  public static void exit(Runtime runtime, int status, int site) {
    exit(status, site);
  }

  /** Instead of {@code Runtime.halt}. */
  public static void halt(Runtime runtime, int status, int site) {
    count(site);
    controller().exit(status, false, site);
  }

  /** Instead of {@code Runtime.addShutdownHook}. */
  public static void addShutdownHook(Runtime runtime, Thread hook) {
    controller().addShutdownHook(hook);
  }

  /** Instead of {@code Runtime.removeShutdownHook}. */
  public static boolean removeShutdownHook(Runtime runtime, Thread hook) {
    return controller().removeShutdownHook(hook);
  }

  /** Before something that can not be controlled. */
  public static void escape(int site) {
    controller().escape(site);
  }

  /**
   * Before an address is opened: one of a file, such as a resource of the program, is controlled.
   */
  public static void escapeIfRemote(@Nullable Object url, int site) {
    count(site);
    if (url instanceof java.net.URL known && !Addresses.isLocal(known)) {
      controller().escape(site);
    }
  }

  /** After a new thread is stored in a variable. */
  public static void named(@Nullable Object thread, String variable) {
    if (watching) {
      controller().named(thread, variable);
    }
  }

  /** The common pool of this execution, for code of the program that asks for it. */
  public static ForkJoinPool commonPool() {
    return controller().commonPool();
  }
}
