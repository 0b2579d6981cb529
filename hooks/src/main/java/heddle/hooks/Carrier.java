package heddle.hooks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import jdk.internal.vm.annotation.ChangesCurrentThread;

/** Tells the JVM which thread is current. */
public final class Carrier {
  private static final MethodHandle SET_CURRENT_THREAD;

  static {
    try {
      SET_CURRENT_THREAD =
          MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
              .findVirtual(
                  Thread.class,
                  "setCurrentThread",
                  MethodType.methodType(void.class, Thread.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Carrier() {}

  /**
   * Makes {@code current} what {@code Thread.currentThread()} returns on {@code carrier}, which is the platform thread that
   * calls this.
   *
   * <p>The annotation keeps the compiler from inlining this into callers that it takes to run on one thread throughout; the
   * JVM heeds it on classes of the boot class path only, so this class has to be there.
   */
  @ChangesCurrentThread
  public static void setCurrentThread(Thread carrier, Thread current) {
    try {
      SET_CURRENT_THREAD.invokeExact(carrier, current);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
