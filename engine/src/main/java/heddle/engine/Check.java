package heddle.engine;

import heddle.engine.run.ChildJvm;
import heddle.engine.run.CodeSource;
import heddle.hooks.HostCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explores a program in a JVM that is not the caller's, which never loads a class of the program.
 *
 * <p>Thread-safe; each call has a child JVM to itself. One in which nothing of a program is left
 * waits for the next call; the last of them end with the calling JVM.
 */
public final class Check {
  private static final AtomicReference<@Nullable ChildJvm> PREPARED = new AtomicReference<>();

  /** So many wait at most. */
  private static final int IDLE_MAX = 2;

  private static final BlockingQueue<ChildJvm> IDLE = new ArrayBlockingQueue<>(IDLE_MAX);
  private static final Set<ChildJvm> STARTED = ConcurrentHashMap.newKeySet();
  private static final AtomicBoolean HOOKED = new AtomicBoolean();

  private Check() {}

  /**
   * Starts a child JVM ahead of the next {@link #explore}, so that it gets ready while the caller
   * does other things, such as compiling the program. It is ended with the calling JVM if it is
   * never used.
   *
   * @throws IOException when the child JVM can not be started
   */
  public static void prepare() throws IOException {
    ChildJvm unused = PREPARED.getAndSet(start());
    if (unused != null) {
      end(unused);
    }
  }

  /**
   * Returns the jar or folder with {@code heddle.simulation}, to compile programs that use it;
   * every program under check finds it without being told.
   */
  public static Path simulation() {
    return CodeSource.of(HostCalls.class);
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
    ChildJvm child = ready();
    boolean answered = false;
    try {
      Report report = child.explore(program, settings, progress);
      answered = true;
      return report;
    } finally {
      if (answered) {
        Thread.ofPlatform().daemon().name("heddle-runner-reuse").start(() -> reuse(child));
      } else {
        end(child);
      }
    }
  }

  /** Returns a child JVM that waits for a program; starts one if there is none. */
  private static ChildJvm ready() throws IOException {
    ChildJvm prepared = PREPARED.getAndSet(null);
    if (prepared != null) {
      return prepared;
    }
    for (ChildJvm idle = IDLE.poll(); idle != null; idle = IDLE.poll()) {
      if (idle.isAlive()) {
        return idle;
      }
      end(idle);
    }
    return start();
  }

  private static ChildJvm start() throws IOException {
    ChildJvm child = ChildJvm.start();
    if (HOOKED.compareAndSet(false, true)) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> STARTED.forEach(ChildJvm::close), "heddle-runner-end"));
    }
    STARTED.add(child);
    return child;
  }

  private static void reuse(ChildJvm child) {
    try {
      if (!child.isReusable() || !IDLE.offer(child)) {
        end(child);
      }
    } catch (InterruptedException e) {
      end(child);
      Thread.currentThread().interrupt();
    }
  }

  private static void end(ChildJvm child) {
    STARTED.remove(child);
    child.close();
  }
}
