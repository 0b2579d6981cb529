package heddle.http.net;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Makes virtual threads that run on a scheduler of our choosing. The JDK has no public way yet; its
 * constructor {@code VirtualThread(Executor, String, int, Runnable)} can be opened with {@code
 * --add-opens java.base/java.lang=ALL-UNNAMED}. Thread-safe.
 */
final class SchedulerDoor {
  private final Constructor<?> constructor;

  private SchedulerDoor(Constructor<?> constructor) {
    this.constructor = constructor;
  }

  /** Returns the door, or empty if this JVM keeps it shut. */
  static Optional<SchedulerDoor> open() {
    try {
      Constructor<?> constructor =
          Class.forName("java.lang.VirtualThread")
              .getDeclaredConstructor(Executor.class, String.class, int.class, Runnable.class);
      constructor.setAccessible(true);
      return Optional.of(new SchedulerDoor(constructor));
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      return Optional
          .empty(); // the reason is always the missing flag, or a JDK without this constructor
    }
  }

  static IllegalStateException shut() {
    return new IllegalStateException(
        "carrier: expected a JVM that lets virtual threads have a scheduler, got one that does not;"
            + " start it with --add-opens java.base/java.lang=ALL-UNNAMED or choose the blocking"
            + " carrier");
  }

  /** Makes an unstarted virtual thread whose continuations {@code scheduler} runs. */
  Thread thread(Executor scheduler, Runnable task) {
    try {
      return (Thread) constructor.newInstance(scheduler, null, 0, task);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the JDK's virtual thread cannot be constructed", e);
    }
  }
}
