package heddle.engine;

import heddle.engine.run.ChildJvm;
import heddle.engine.trace.Trace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A child JVM that is started ahead of the explorations that it is for. Its start takes half a
 * second, so whoever answers people keeps some of these at hand.
 *
 * <p>{@link #explore}, or one of the methods beside it, is to be called once, and again each time
 * that {@link #isReusable} says so. {@link #close} may be called at any time by any thread, and
 * ends an exploration under way.
 */
public final class Standby implements AutoCloseable {
  private final ChildJvm child;

  private Standby(ChildJvm child) {
    this.child = child;
  }

  /**
   * Starts a child JVM; returns before it is ready. It loads what a check needs while it waits.
   *
   * @param heap the most memory that its heap may take, as {@code java -Xmx} reads it, such as
   *     {@code 256m}
   * @throws IOException when it can not be started
   */
  public static Standby start(String heap) throws IOException {
    return new Standby(ChildJvm.startWarm(heap));
  }

  /**
   * Explores {@code program} as {@link Check#explore} does, in this child JVM.
   *
   * @throws IOException when the child JVM dies, is closed, or can not load the program; the
   *     message is one line for people
   */
  public Report explore(Program program, Settings settings, Consumer<Progress> progress)
      throws IOException {
    return child.explore(program, settings, progress);
  }

  /**
   * Runs {@code program} once under choices of others, in this child JVM.
   *
   * @param picks numbers of the threads that take the next step, one for each choice between
   *     several; the first that can not be made ends them
   * @throws IOException as {@link #explore} does
   */
  public Steered steer(Program program, List<Integer> picks) throws IOException {
    return child.steer(program, picks);
  }

  /**
   * Records an execution of {@code program} that passes, in this child JVM; empty when none of some
   * thousand does.
   *
   * @throws IOException as {@link #explore} does
   */
  public Optional<Trace> passing(Program program) throws IOException {
    return child.passing(program);
  }

  /**
   * Waits until the child JVM has cleaned up after its latest answer. To be called once for each of
   * them.
   *
   * @return whether it can be asked again: not where something of the program may be left in it,
   *     such as a default that it has set, a thread that the engine does not control or memory
   * @throws InterruptedException when the calling thread is interrupted
   */
  public boolean isReusable() throws InterruptedException {
    return child.isReusable();
  }

  /** Returns whether the child JVM still runs. */
  public boolean isAlive() {
    return child.isAlive();
  }

  /** Ends the child JVM. */
  @Override
  public void close() {
    child.close();
  }
}
