package heddle.engine.schedule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.StackableScope;
import org.jspecify.annotations.Nullable;

/**
 * The doors into {@code java.lang} that the engine needs: which thread is current, and counters to
 * be set back.
 */
final class ThreadInternals {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /**
   * JVMTI's numbers for the state of a thread, as {@code Thread.holder.threadStatus} holds them.
   */
  private static final int STATUS_RUNNABLE = 5;

  private static final int STATUS_TERMINATED = 2;

  private static final MethodHandle EXIT;
  private static final MethodHandle AFTER_DONE;
  private static final long SCOPES;
  private static final MethodHandle NEW_COMMON_POOL;
  private static final long HOLDER;
  private static final long STATUS;
  private static final long TASK;
  private static final long UNCAUGHT;
  private static final long NEXT_ID;
  private static final Object NUMBERING_BASE;
  private static final long NUMBERING;
  private static final long PROBE;
  private static final long READER;
  private static final Object READER_BASE;

  /**
   * Pools that a program leaves behind register here, and with equal identity hash codes they make
   * a list.
   */
  private static final Collection<?> CONTAINERS;

  private static final AtomicInteger POOLS;
  private static final AtomicInteger TIMERS;
  private static final Object POOL_IDS_BASE;
  private static final long POOL_IDS;
  private static final AtomicInteger PROBES;
  private static final AtomicLong SEEDER;
  private static final AtomicLong SPLITTABLE;
  private static final Random MATH_RANDOM;
  private static final Object SHUFFLE_BASE;
  private static final long SHUFFLE;

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
      EXIT = lookup.findVirtual(Thread.class, "exit", MethodType.methodType(void.class));
      Class<?> virtual = Class.forName("java.lang.VirtualThread");
      AFTER_DONE =
          MethodHandles.privateLookupIn(virtual, MethodHandles.lookup())
              .findVirtual(virtual, "afterDone", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Thread.class));
      SCOPES = UNSAFE.objectFieldOffset(Thread.class, "headStackableScopes");
      NEW_COMMON_POOL =
          MethodHandles.privateLookupIn(ForkJoinPool.class, MethodHandles.lookup())
              .findConstructor(ForkJoinPool.class, MethodType.methodType(void.class, byte.class));
      HOLDER = UNSAFE.objectFieldOffset(Thread.class, "holder");
      STATUS =
          UNSAFE.objectFieldOffset(Class.forName("java.lang.Thread$FieldHolder"), "threadStatus");
      TASK = UNSAFE.objectFieldOffset(Class.forName("java.lang.Thread$FieldHolder"), "task");
      UNCAUGHT = UNSAFE.objectFieldOffset(Thread.class, "uncaughtExceptionHandler");
      NEXT_ID =
          (long)
              lookup
                  .findStatic(
                      Thread.class, "getNextThreadIdOffset", MethodType.methodType(long.class))
                  .invokeExact();
      var numbering = Class.forName("java.lang.Thread$ThreadNumbering").getDeclaredField("next");
      NUMBERING_BASE = UNSAFE.staticFieldBase(numbering);
      NUMBERING = UNSAFE.staticFieldOffset(numbering);
      PROBE = UNSAFE.objectFieldOffset(Thread.class, "threadLocalRandomProbe");
      var reader = Class.forName("java.lang.IO").getDeclaredField("br");
      READER_BASE = UNSAFE.staticFieldBase(reader);
      READER = UNSAFE.staticFieldOffset(reader);
      CONTAINERS =
          (Collection<?>)
              staticField(Class.forName("jdk.internal.vm.ThreadContainers"), "CONTAINER_REGISTRY");
      TIMERS = (AtomicInteger) staticField(java.util.Timer.class, "nextSerialNumber");
      var poolIds = ForkJoinPool.class.getDeclaredField("poolIds");
      POOL_IDS_BASE = UNSAFE.staticFieldBase(poolIds);
      POOL_IDS = UNSAFE.staticFieldOffset(poolIds);
      POOLS =
          (AtomicInteger)
              staticField(
                  Class.forName("java.util.concurrent.Executors$DefaultThreadFactory"),
                  "poolNumber");
      PROBES = (AtomicInteger) staticField(ThreadLocalRandom.class, "probeGenerator");
      SEEDER = (AtomicLong) staticField(ThreadLocalRandom.class, "seeder");
      SPLITTABLE = (AtomicLong) staticField(java.util.SplittableRandom.class, "defaultGen");
      MATH_RANDOM =
          (Random)
              staticField(
                  Class.forName("java.lang.Math$RandomNumberGeneratorHolder"),
                  "randomNumberGenerator");
      var shuffle = java.util.Collections.class.getDeclaredField("r");
      SHUFFLE_BASE = UNSAFE.staticFieldBase(shuffle);
      SHUFFLE = UNSAFE.staticFieldOffset(shuffle);
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Names of threads of {@code com.sun.net.httpserver}. */
  private static final Set<String> HOUSEKEEPING =
      Set.of("idle-timeout-task", "req-rsp-timeout-task", "HTTP-Dispatcher");

  private ThreadInternals() {}

  private static Object staticField(Class<?> owner, String name)
      throws ReflectiveOperationException {
    UNSAFE.ensureClassInitialized(owner);
    var field = owner.getDeclaredField(name);
    return UNSAFE.getReference(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
  }

  /**
   * Does what the JVM does when the current thread ends: scopes, thread locals, thread containers.
   */
  static void exit(Thread thread) {
    try {
      if (!thread.isVirtual()) {
        EXIT.invokeExact(thread);
        return;
      }
      if (UNSAFE.getReference(thread, SCOPES) != null) {
        StackableScope.popAll();
      }
      AFTER_DONE.invokeExact(thread);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static void markStarted(Thread thread) {
    UNSAFE.putIntVolatile(UNSAFE.getReference(thread, HOLDER), STATUS, STATUS_RUNNABLE);
  }

  static void markTerminated(Thread thread) {
    UNSAFE.putIntVolatile(UNSAFE.getReference(thread, HOLDER), STATUS, STATUS_TERMINATED);
  }

  /**
   * Returns whether a platform thread has a state of its own to mark; virtual threads have another
   * kind.
   */
  static boolean hasStatus(Thread thread) {
    return UNSAFE.getReference(thread, HOLDER) != null;
  }

  /** Returns whether what {@code thread} runs is code of the JDK. */
  static boolean isOfLibrary(Thread thread) {
    if (thread.isVirtual()) {
      return isOfJdk(ProgramThreads.virtualBody(thread).getClass());
    }
    if (thread.getClass() != Thread.class) {
      return isOfJdk(thread.getClass());
    }
    Object task = UNSAFE.getReference(UNSAFE.getReference(thread, HOLDER), TASK);
    return task != null && isOfJdk(task.getClass());
  }

  private static boolean isOfJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (type.getName().startsWith("heddle.simulation.")) {
      return false; // it does nothing but call the program
    }
    return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
  }

  /**
   * Returns whether {@code thread} is one of the JDK's HTTP server that closes what is idle for
   * half a minute, or wakes up every second to look around, or one of its client that ends when
   * there is nothing to do for a minute.
   */
  static boolean isHousekeeping(Thread thread) {
    String name = thread.getName();
    boolean named =
        HOUSEKEEPING.contains(name)
            || (name.startsWith("HttpClient-") && name.contains("-Worker-"));
    return named && isOfLibrary(thread);
  }

  /** Returns the handler that the program gave to {@code thread} itself. */
  static Thread.@Nullable UncaughtExceptionHandler uncaughtHandler(Thread thread) {
    return (Thread.UncaughtExceptionHandler) UNSAFE.getReference(thread, UNCAUGHT);
  }

  static long nextThreadId() {
    return UNSAFE.getLong(null, NEXT_ID);
  }

  /** Returns a new pool that is configured as the JVM's common pool is. */
  static ForkJoinPool newCommonPool() {
    try {
      return (ForkJoinPool) NEW_COMMON_POOL.invokeExact((byte) 0);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sets every counter and generator back that would carry something over from one execution to the
   * next.
   */
  static void reset(long firstThreadId, long seed) {
    UNSAFE.putLong(null, NEXT_ID, firstThreadId);
    UNSAFE.putInt(NUMBERING_BASE, NUMBERING, 0);
    UNSAFE.putInt(Thread.currentThread(), PROBE, 0);
    PROBES.set(0);
    CONTAINERS.clear();
    POOLS.set(1);
    TIMERS.set(0);
    UNSAFE.putInt(POOL_IDS_BASE, POOL_IDS, 0);
    SEEDER.set(seed);
    SPLITTABLE.set(seed);
    MATH_RANDOM.setSeed(seed);
    UNSAFE.putReference(SHUFFLE_BASE, SHUFFLE, null);
    UNSAFE.putReference(READER_BASE, READER, null);
    Thread.setDefaultUncaughtExceptionHandler(null);
  }
}
