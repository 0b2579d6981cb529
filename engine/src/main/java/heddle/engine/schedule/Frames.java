package heddle.engine.schedule;

import java.util.Arrays;

/** Stack frames that a program may see. */
final class Frames {
  private Frames() {}

  /** Returns {@code frames} without the engine's. */
  static StackTraceElement[] visible(StackTraceElement[] frames) {
    return Arrays.stream(frames).filter(Frames::isVisible).toArray(StackTraceElement[]::new);
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
