package heddle.lab.check;

import heddle.engine.Standby;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Keeps a few child JVMs ready, because starting one takes longer than most explorations. One in
 * which a program may have left something behind is not used again. Thread-safe.
 */
public final class RunnerPool implements AutoCloseable {
  /** Memory of one program: enough for every lesson, and two of them fit a small machine. */
  static final String HEAP = "256m";

  private static final System.Logger LOG = System.getLogger("heddle.lab");

  private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

  private final BlockingQueue<Standby> ready;
  private final Semaphore wanted;
  private final Thread filler;
  private volatile boolean closed;

  /** Starts filling the pool with JVMs for {@code workers}, and a spare one. */
  public RunnerPool(int workers) {
    this.ready = new ArrayBlockingQueue<>(workers + 1);
    this.wanted = new Semaphore(workers + 1);
    this.filler = Thread.ofPlatform().daemon().name("heddle-lab-filler").start(this::fill);
  }

  private void fill() {
    try {
      while (!closed) {
        wanted.acquire();
        Standby child = startPatiently();
        ready.put(child);
        if (closed) {
          child.close();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Standby startPatiently() throws InterruptedException {
    while (true) {
      try {
        return Standby.start(HEAP);
      } catch (IOException failure) {
        LOG.log(Level.WARNING, "could not start a JVM for programs: {0}", failure.getMessage());
        Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
      }
    }
  }

  /** Takes a JVM, a ready one if there is one; the caller gives it back, whatever happened. */
  public Standby take() throws InterruptedException {
    while (true) {
      Standby child = ready.take();
      if (child.isAlive()) {
        return child;
      }
      discard(child);
    }
  }

  /**
   * Takes back a JVM, which is used again if it can be.
   *
   * @param answered whether it has given an answer; if not, it is ended
   */
  public void giveBack(Standby child, boolean answered) throws InterruptedException {
    boolean kept = false;
    try {
      kept = answered && child.isReusable() && ready.offer(child);
    } finally {
      if (!kept || (closed && ready.remove(child))) {
        discard(child);
      }
    }
  }

  private void discard(Standby child) {
    child.close();
    wanted.release();
  }

  @Override
  public void close() {
    closed = true;
    filler.interrupt();
    for (Standby child = ready.poll(); child != null; child = ready.poll()) {
      child.close();
    }
  }
}
