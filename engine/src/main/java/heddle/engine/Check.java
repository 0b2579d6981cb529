package heddle.engine;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Explores a program in a JVM of its own. The JVM that calls this never loads a class of the
 * program.
 *
 * <p>Thread-safe; each call starts its own child JVM and ends it.
 */
public final class Check {
  private Check() {}

  /**
   * Explores {@code program} until something is found or the budget is spent.
   *
   * <p>Interrupting the calling thread ends the exploration: the report then says what was learned
   * so far.
   *
   * @param progress told a few times a second how far it has come, on the calling thread
   * @throws IOException when the child JVM can not be started or dies
   */
  @SuppressWarnings("DoNotCallSuggester") // until the runner is there
  public static Report explore(Program program, Settings settings, Consumer<Progress> progress)
      throws IOException {
    throw new UnsupportedOperationException("not yet");
  }
}
