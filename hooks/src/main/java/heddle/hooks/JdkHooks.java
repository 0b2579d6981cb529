package heddle.hooks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The static methods that patched methods of the JDK call. They are called by every thread of the
 * JVM; for threads that are not the program's they do what the JDK would have done.
 */
public final class JdkHooks {
  private static final List<AtomicLong> COUNTERS = new CopyOnWriteArrayList<>();

  private JdkHooks() {}

  /**
   * Whether the running thread is in a hook that a monitor of the JDK has called: what the engine
   * itself does there, such as loading a class, is not the program's. The scheduler clears it when
   * it resumes a thread.
   */
  public static boolean busy;

  private static @Nullable Controller controlling() {
    Controller engine = Hooks.controller;
    return engine != null && engine.controlsCaller() ? engine : null;
  }

  private static @Nullable Controller controlling(Thread thread) {
    Controller engine = Hooks.controller;
    return engine != null && engine.controls(thread) ? engine : null;
  }

  /** Returns whether the caller is a thread of the program. */
  public static boolean controlled() {
    return controlling() != null;
  }

  /** Returns whether {@code thread} was started by the program. */
  public static boolean controlled(Thread thread) {
    return controlling(thread) != null;
  }

  /** Instead of {@code Unsafe.park}. */
  public static void park(Unsafe unsafe, boolean absolute, long time) {
    Controller engine = controlling();
    if (engine == null) {
      unsafe.park(absolute, time);
    } else {
      engine.park(absolute, time);
    }
  }

  /** Instead of {@code Unsafe.unpark}. */
  public static void unpark(Unsafe unsafe, @Nullable Object thread) {
    Controller engine = thread instanceof Thread known ? controlling(known) : null;
    if (engine != null && thread instanceof Thread known) {
      engine.unpark(known);
    } else {
      unsafe.unpark(thread);
    }
  }

  /** At the head of {@code VirtualThread.park}. */
  public static void park() {
    Controller engine = controlling();
    if (engine != null) {
      engine.park(false, 0);
    }
  }

  /** At the head of {@code VirtualThread.parkNanos}. */
  public static void parkNanos(long nanos) {
    Controller engine = controlling();
    if (engine != null && nanos > 0) {
      engine.park(false, nanos);
    }
  }

  /** At the head of {@code VirtualThread.unpark}. */
  public static void unpark(Thread thread) {
    Controller engine = controlling(thread);
    if (engine != null) {
      engine.unpark(thread);
    }
  }

  /** Returns whether a thread was started under control instead of by the JVM. */
  public static boolean start(Thread thread) {
    Controller engine = controlling();
    if (engine == null) {
      return false;
    }
    engine.start(thread);
    return true;
  }

  /** At the head of {@code Thread.join}; returns whether the wait is over. */
  public static boolean join(Thread thread, long nanos) throws InterruptedException {
    Controller engine = controlling();
    return engine == null || engine.join(thread, nanos);
  }

  /** At the head of {@code Thread.join}, in milliseconds. */
  public static void joinMillis(Thread thread, long millis) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    long most = Long.MAX_VALUE / 1_000_000;
    join(thread, millis == 0 ? 0 : Math.min(millis, most) * 1_000_000);
  }

  /** Instead of the JDK's native sleep. */
  public static void sleep(long nanos) throws InterruptedException {
    Controller engine = controlling();
    if (engine != null) {
      engine.sleep(nanos);
    }
  }

  /** Instead of the JDK's native yield. */
  public static void yieldNow() {
    Controller engine = controlling();
    if (engine != null) {
      engine.yieldNow();
    }
  }

  /** After the interrupt flag of {@code thread} was set. */
  public static void interrupted(Thread thread) {
    Controller engine = controlling(thread);
    if (engine != null) {
      engine.interrupted(thread);
    }
  }

  /** {@code Thread.isAlive} of a controlled thread. */
  public static boolean isAlive(Thread thread) {
    Controller engine = controlling(thread);
    return engine != null && engine.isAlive(thread);
  }

  /** {@code Thread.getState} of a controlled thread. */
  public static Thread.State state(Thread thread) {
    Controller engine = controlling(thread);
    return engine == null ? Thread.State.NEW : engine.state(thread);
  }

  /** {@code toString} of a controlled virtual thread, which has no carrier to tell of. */
  public static String describe(Thread thread) {
    String name = thread.getName();
    return "VirtualThread[#" + thread.threadId() + (name.isEmpty() ? "]" : "," + name + "]");
  }

  /** In the middle of {@code ArrayList.add}: the size has been read, and nothing is written yet. */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  public static void inside(Object list) {
    if (Hooks.collection == list) {
      Controller engine = controlling();
      if (engine != null) {
        Hooks.collection = null;
        Hooks.count(-1);
        engine.inside(list);
      }
    }
  }

  /** Instead of {@code System.nanoTime}. */
  public static long nanoTime() {
    Controller engine = controlling();
    return engine == null ? System.nanoTime() : engine.nanoTime();
  }

  /** Instead of {@code System.currentTimeMillis}. */
  public static long currentTimeMillis() {
    Controller engine = controlling();
    return engine == null ? System.currentTimeMillis() : engine.currentTimeMillis();
  }

  /** Instead of {@code VM.getNanoTimeAdjustment}; {@code offset} is in seconds. */
  public static long nanoTimeAdjustment(long offset) {
    Controller engine = controlling();
    if (engine == null) {
      return jdk.internal.misc.VM.getNanoTimeAdjustment(offset);
    }
    long millis = engine.currentTimeMillis() - offset * 1000;
    return millis * 1_000_000 + engine.nanoTime() % 1_000_000;
  }

  /** Instead of the JDK's static common pool. */
  public static ForkJoinPool commonPool(ForkJoinPool common) {
    Controller engine = controlling();
    return engine == null ? common : engine.commonPool();
  }

  /** Instead of the common pool that a static field of the JDK keeps. */
  public static Executor commonPool(Executor common) {
    Controller engine = controlling();
    return engine == null ? common : engine.commonPool();
  }

  /** A number to seed a random generator with, instead of {@code seed}. */
  public static long seed(long seed) {
    Controller engine = controlling();
    return engine == null ? seed : engine.seed();
  }

  /** The seed of the calling thread's generator, instead of {@code seed}. */
  public static long threadSeed(long seed) {
    return controlled() ? Thread.currentThread().threadId() * 0x9E37_79B9_7F4A_7C15L : seed;
  }

  /**
   * The calling thread's probe into tables that threads share, instead of {@code probe}; never 0.
   */
  public static int threadProbe(int probe) {
    return controlled() ? (int) Thread.currentThread().threadId() * 0x9E37_79B9 | 1 : probe;
  }

  /** Instead of {@code System.identityHashCode}. */
  public static int identityHashCode(@Nullable Object object) {
    Controller engine = controlling();
    return engine == null || object == null
        ? System.identityHashCode(object)
        : engine.identityHashCode(object);
  }

  /**
   * Instead of {@code monitorenter} in the JDK's classes that wait on monitors, or whose monitors
   * the program holds.
   */
  public static void enter(Object object) {
    Controller engine = busy ? null : controlling();
    if (engine != null) {
      busy = true;
      engine.enter(object, -1);
      busy = false;
    }
  }

  /**
   * Instead of {@code monitorexit} in the JDK's classes that wait on monitors, or whose monitors
   * the program holds.
   */
  public static void exit(Object object) {
    Controller engine = busy ? null : controlling();
    if (engine != null) {
      busy = true;
      engine.exit(object);
      busy = false;
    }
  }

  /** Instead of {@code Object.wait} in the JDK's classes that wait on monitors. */
  public static void await(Object object) throws InterruptedException {
    await(object, 0);
  }

  /** Instead of {@code Object.wait(long)} in the JDK's classes that wait on monitors. */
  @SuppressWarnings("WaitNotInLoop") // the caller's loop is the loop
  public static void await(Object object, long millis) throws InterruptedException {
    Controller engine = controlling();
    if (engine == null) {
      object.wait(millis);
    } else {
      engine.await(object, Math.min(millis, Long.MAX_VALUE / 1_000_000) * 1_000_000, -1);
    }
  }

  /** Instead of {@code Object.notify} in the JDK's classes that wait on monitors. */
  public static void signal(Object object) {
    Controller engine = controlling();
    if (engine == null) {
      object.notify();
    } else {
      engine.signal(object, false, -1);
    }
  }

  /** Instead of {@code Object.notifyAll} in the JDK's classes that wait on monitors. */
  public static void signalAll(Object object) {
    Controller engine = controlling();
    if (engine == null) {
      object.notifyAll();
    } else {
      engine.signal(object, true, -1);
    }
  }

  /**
   * Keeps {@code object} to the end of the execution: it is not to be seen when it is collected.
   */
  public static void keep(Object object) {
    Controller engine = controlling();
    if (engine != null) {
      engine.keep(object);
    }
  }

  /** A counter of the JDK that outlives an execution; returns it. */
  public static AtomicLong counter(AtomicLong counter) {
    COUNTERS.add(counter);
    return counter;
  }

  /** Sets the counters of the JDK back. */
  public static void resetCounters() {
    for (int i = 0; i < COUNTERS.size(); i++) {
      COUNTERS.get(i).set(0);
    }
  }

  // ---- what the JDK orders when it hands work and results from thread to thread

  /** What the caller has done is ordered before what follows {@link #takes} of {@code key}. */
  public static void gives(@Nullable Object key) {
    if (Hooks.watching && key != null) {
      Controller engine = controlling();
      if (engine != null) {
        engine.gives(key);
      }
    }
  }

  /** What was done before each {@link #gives} of {@code key} is ordered before what follows. */
  public static void takes(@Nullable Object key) {
    if (Hooks.watching && key != null) {
      Controller engine = controlling();
      if (engine != null) {
        engine.takes(key);
      }
    }
  }

  /** {@link #gives}, unless {@code result} shows that {@code key} is complete already. */
  public static void completes(@Nullable Object result, Object key) {
    if (result == null) {
      gives(key);
    }
  }

  /** {@link #takes}, where {@code result} shows that {@code key} is complete; returns it. */
  public static @Nullable Object completed(Object key, @Nullable Object result) {
    if (result != null) {
      takes(key);
    }
    return result;
  }

  /** {@link #takes} where {@code status} of a task is negative: it is done; returns it. */
  public static int doneWhenNegative(Object key, int status) {
    if (status < 0) {
      takes(key);
    }
    return status;
  }

  /** {@link #takes} where {@code state} of a future is above 1: it is done; returns it. */
  public static int doneWhenAboveOne(Object key, int state) {
    if (state > 1) {
      takes(key);
    }
    return state;
  }

  /** {@link #takes} of a counter that was read; returns it. */
  public static int counted(Object key, int count) {
    takes(key);
    return count;
  }

  /** {@link #takes}, if {@code done}; returns it. */
  public static boolean takesIf(boolean done, Object key) {
    if (done) {
      takes(key);
    }
    return done;
  }

  /** The caller asked whether {@code thread} was interrupted; returns the answer. */
  public static boolean sawInterrupt(boolean interrupted, Thread thread) {
    if (interrupted && Hooks.watching) {
      Controller engine = controlling();
      if (engine != null) {
        engine.sawInterrupt(thread);
      }
    }
    return interrupted;
  }

  /** Leaves out the engine's frames. */
  public static StackTraceElement[] visible(StackTraceElement[] frames) {
    Controller engine = Hooks.controller;
    return engine == null ? frames : engine.visible(frames);
  }
}
