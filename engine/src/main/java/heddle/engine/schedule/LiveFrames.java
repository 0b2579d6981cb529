package heddle.engine.schedule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.vm.Continuation;

/** Looks into the frames of a suspended thread, by the JDK's own walker for debuggers. */
final class LiveFrames {
  private static final MethodHandle WALKER;
  private static final MethodHandle LOCALS;

  static {
    try {
      Class<?> frame = Class.forName("java.lang.LiveStackFrame");
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(frame, MethodHandles.lookup());
      WALKER =
          lookup.findStatic(
              frame,
              "getStackWalker",
              MethodType.methodType(StackWalker.class, Continuation.class));
      LOCALS =
          lookup
              .findVirtual(frame, "getLocals", MethodType.methodType(Object[].class))
              .asType(MethodType.methodType(Object[].class, StackWalker.StackFrame.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private LiveFrames() {}

  /**
   * Returns the objects that local variables refer to, innermost frame first. Compiled code may
   * have dropped those that it does not need any more.
   */
  static List<Object> locals(Continuation suspended) {
    List<Object> found = new ArrayList<>();
    walker(suspended)
        .forEach(frame -> {
          for (Object local : localsOf(frame)) {
            // A primitive one is an object of the JDK that stands for its slot.
            if (local != null
                && !local.getClass().getName().startsWith("java.lang.LiveStackFrame")) {
              found.add(local);
            }
          }
        });
    return found;
  }

  private static StackWalker walker(Continuation suspended) {
    try {
      return (StackWalker) WALKER.invokeExact(suspended);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object[] localsOf(StackWalker.StackFrame frame) {
    try {
      return (Object[]) LOCALS.invokeExact(frame);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
