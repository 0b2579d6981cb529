package heddle.engine.schedule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;
import org.jspecify.annotations.Nullable;

/** What a thread of the program does from its start to its end. */
final class ProgramThreads {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long CONTINUATION;
  private static final long TARGET;
  private static final MethodHandle BINDINGS;
  private static final MethodHandle RUN_WITH;
  private static volatile long task = -1;

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
      CONTINUATION = UNSAFE.objectFieldOffset(Class.forName("java.lang.VirtualThread"), "cont");
      TARGET = UNSAFE.objectFieldOffset(Continuation.class, "target");
      BINDINGS =
          lookup.findStatic(
              Thread.class, "scopedValueBindings", MethodType.methodType(Object.class));
      RUN_WITH =
          lookup.findVirtual(
              Thread.class,
              "runWith",
              MethodType.methodType(void.class, Object.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private ProgramThreads() {}

  /** Runs the thread of {@code task}, on its continuation, up to its end. */
  @SuppressWarnings("DoNotCall") // this is where a thread is run
  static void run(Scheduler scheduler, Task task) {
    Thread thread = task.thread;
    try {
      if (thread.isVirtual()) {
        RUN_WITH.invokeExact(thread, (Object) BINDINGS.invokeExact(), virtualBody(thread));
      } else {
        thread.run();
      }
    } catch (Abandoned e) {
      // The execution is over.
    } catch (Throwable e) {
      uncaught(scheduler, task, e);
    }
    ThreadInternals.exit(thread);
    if (ThreadInternals.hasStatus(thread)) {
      ThreadInternals.markTerminated(thread);
    }
  }

  /** Returns what a virtual thread is to run. */
  static Runnable virtualBody(Thread thread) {
    Object wrapper = UNSAFE.getReference(UNSAFE.getReference(thread, CONTINUATION), TARGET);
    long offset = task;
    if (offset < 0) {
      for (Field field : wrapper.getClass().getDeclaredFields()) {
        if (field.getType() == Runnable.class) {
          offset = UNSAFE.objectFieldOffset(field);
        }
      }
      task = offset;
    }
    return (Runnable) UNSAFE.getReference(wrapper, offset);
  }

  private static void uncaught(Scheduler scheduler, Task task, Throwable exception) {
    Thread.UncaughtExceptionHandler handler = handler(task.thread);
    if (handler == null) {
      if (!scheduler.liberties.answers(exception)) {
        scheduler.end(new Ending.Died(task, exception));
      }
      return;
    }
    try {
      handler.uncaughtException(task.thread, exception);
    } catch (Abandoned e) {
      // The execution is over.
    } catch (Throwable e) {
      // The JVM ignores what a handler throws (Thread.UncaughtExceptionHandler), so it is not a
      // finding.
    }
  }

  /** Returns who is told of the end of {@code thread}; null when no one but the console is. */
  private static Thread.@Nullable UncaughtExceptionHandler handler(Thread thread) {
    Thread.UncaughtExceptionHandler own = ThreadInternals.uncaughtHandler(thread);
    if (own != null) {
      return own;
    }
    ThreadGroup group = thread.getThreadGroup();
    if (group != null && group.getClass() != ThreadGroup.class) {
      return group;
    }
    return Thread.getDefaultUncaughtExceptionHandler();
  }
}
