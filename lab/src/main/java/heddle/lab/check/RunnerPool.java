package heddle.lab.check;

import heddle.engine.Standby;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Keeps a few child JVMs ready, because starting one takes longer than most explorations. Each is
 * used once: what a program does to its JVM ends with it. Thread-safe.
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

  /** Starts filling the pool with {@code size} JVMs. */
  public RunnerPool(int size) {
    this.ready = new ArrayBlockingQueue<>(size + 1);
    this.wanted = new Semaphore(size);
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

  /** Takes a JVM, a ready one if there is one; the caller closes it. */
  public Standby take() throws InterruptedException {
    while (true) {
      Standby child = ready.take();
      wanted.release();
      if (child.isAlive()) {
        return child;
      }
      child.close();
    }
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
