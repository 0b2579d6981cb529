package heddle.hooks;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The static methods that woven code calls where it may take liberties of the specification. */
public final class LibertyHooks {
  /** Who decides; set before woven code runs. */
  public static @Nullable LibertyControl control;

  private LibertyHooks() {}

  /** Before a call that throws {@code InterruptedException}. */
  public static void interruptible(int site) {
    Objects.requireNonNull(control).interruptible(site);
  }

  /** Before a weak compare-and-set, which is left out if this returns true. */
  public static boolean weakFails(int site) {
    return Objects.requireNonNull(control).weakFails(site);
  }
}
