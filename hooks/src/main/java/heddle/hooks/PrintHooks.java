package heddle.hooks;

import org.jspecify.annotations.Nullable;

/**
 * Called by woven code before it prints. As a rule that is no scheduling point: the order of what
 * threads print breaks no program. Where outcomes are counted, it is one.
 */
public final class PrintHooks {
  /** Whether printing is a scheduling point. */
  public static boolean points;

  /** Stands for the stream that {@code java.lang.IO} prints to. */
  private static final Object CONSOLE = new Object();

  private PrintHooks() {}

  /** Before a method of {@code java.io.PrintStream} that prints. */
  public static void print(@Nullable Object stream, int site) {
    Hooks.count(site);
    if (points) {
      Hooks.controller().print(stream, site);
    } else {
      Hooks.controller().pass(site);
    }
  }

  /** Before a method of {@code java.lang.IO} that prints. */
  public static void print(int site) {
    print(CONSOLE, site);
  }
}
