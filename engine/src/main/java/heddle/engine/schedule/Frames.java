package heddle.engine.schedule;

import java.util.Arrays;

/** The frames of a stack trace that a person should see: the engine's own work is not theirs. */
final class Frames {
  private Frames() {}

  /** Returns {@code frames} without those of the engine. */
  static StackTraceElement[] ofProgram(StackTraceElement[] frames) {
    return Arrays.stream(frames).filter(Frames::isVisible).toArray(StackTraceElement[]::new);
  }

  private static boolean isVisible(StackTraceElement frame) {
    String owner = frame.getClassName();
    return !(owner.startsWith("heddle.engine.")
        || owner.startsWith("heddle.hooks.")
        || owner.startsWith("heddle.simulation.")
        || owner.startsWith("jdk.internal.vm.Continuation")
        || frame.getMethodName().startsWith("heddle$")
        || frame.getMethodName().startsWith("lambda$ref$"));
  }
}
