package heddle.engine;

import heddle.engine.run.ChildJvm;
import heddle.engine.run.CodeSource;
import heddle.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explores a program in a JVM of its own. The JVM that calls this never loads a class of the
 * program.
 *
 * <p>Thread-safe; each call starts its own child JVM and ends it.
 */
public final class Check {
  private static final AtomicReference<@Nullable ChildJvm> PREPARED = new AtomicReference<>();

  private Check() {}

  /**
   * Starts a child JVM ahead of the next {@link #explore}, so that it gets ready while the caller
   * does other things, such as compiling the program. It is ended with the calling JVM if it is
   * never used.
   *
   * @throws IOException when the child JVM can not be started
   */
  public static void prepare() throws IOException {
    ChildJvm child = ChildJvm.start();
    ChildJvm unused = PREPARED.getAndSet(child);
    if (unused != null) {
      unused.close();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(child::close, "heddle-runner-end"));
  }

  /**
   * Returns the jar or folder with {@code heddle.simulation}, to compile programs that use it;
   * every program under check finds it without being told.
   */
  public static Path simulation() {
    return CodeSource.of(Simulation.class);
  }

  /**
   * Explores {@code program} until something is found or the budget is spent.
   *
   * <p>Interrupting the calling thread ends the exploration: the report then says what was learned
   * so far.
   *
   * @param progress told a few times a second how far it has come, on the calling thread
   * @throws IOException when the child JVM can not be started or dies, or when the program can not
   *     be loaded; the message is one line for people
   */
  public static Report explore(Program program, Settings settings, Consumer<Progress> progress)
      throws IOException {
    ChildJvm prepared = PREPARED.getAndSet(null);
    try (ChildJvm child = prepared == null ? ChildJvm.start() : prepared) {
      return child.explore(program, settings, progress);
    }
  }
}
