package heddle.http.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A selector and, at the same time, the scheduler of the virtual threads that wait for it: one
 * platform thread that by turns asks the kernel what is ready and runs the threads this made
 * runnable. Waking a connection is a queue entry, not a hand-over to another thread.
 *
 * <p>{@link #execute} may be called from any thread.
 */
final class EventLoop implements Executor {
  /**
   * Continuations run between two looks at the selector, so that a busy few cannot starve the
   * others.
   */
  private static final int RUNS_MAX = 256;

  private static final System.Logger LOG = System.getLogger("heddle.http");

  private final Selector selector;
  private final Thread thread;
  private final BufferPool buffers = new BufferPool();
  // Runnable threads made so by the loop itself: confined to the loop's thread.
  private final ArrayDeque<Runnable> local = new ArrayDeque<>();
  // Runnable threads made so by anyone else.
  private final Queue<Runnable> shared = new ConcurrentLinkedQueue<>();
  // For counting and for closing what is left.
  private final Set<LoopTransport> transports = ConcurrentHashMap.newKeySet();
  // True from before the loop blocks in select until after: who adds work then must wake it.
  private volatile boolean selecting;
  private volatile boolean closed;

  private EventLoop(Selector selector, String name) {
    this.selector = selector;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  static EventLoop start(String name) throws IOException {
    EventLoop loop = new EventLoop(Selector.open(), name);
    loop.thread.start();
    return loop;
  }

  /** Runs {@code continuation} on the loop's thread, after those queued before it. */
  @Override
  @SuppressWarnings("ReferenceEquality") // a thread is the same or it is not
  public void execute(Runnable continuation) {
    if (Thread.currentThread() == thread) {
      local.add(continuation);
    } else {
      shared.add(continuation);
      wakeIfSelecting();
    }
  }

  void wakeIfSelecting() {
    if (selecting) {
      selector.wakeup();
    }
  }

  BufferPool buffers() {
    return buffers;
  }

  SelectionKey register(SelectableChannel channel, int operations, @Nullable Object attachment)
      throws ClosedChannelException {
    SelectionKey key = channel.register(selector, operations, attachment);
    wakeIfSelecting();
    return key;
  }

  void opened(LoopTransport transport) {
    transports.add(transport);
  }

  void closed(LoopTransport transport) {
    transports.remove(transport);
    // A closed channel keeps its descriptor until the selector has let go of its key.
    wakeIfSelecting();
  }

  int connections() {
    return transports.size();
  }

  /**
   * Ends the loop's thread after it has run what is runnable; open connections are closed first.
   */
  void close() {
    transports.forEach(LoopTransport::close);
    closed = true;
    selector.wakeup();
  }

  private void run() {
    while (!closed) {
      try {
        runRunnable();
        select();
      } catch (RuntimeException | Error e) {
        // Everybody on this loop depends on it: it must outlive what went wrong with one of them.
        Accepting.log(Level.ERROR, "event loop: " + e);
      }
    }
    runRunnable();
    try {
      selector.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "selector did not close", e);
    }
  }

  private void runRunnable() {
    for (int run = 0; run < RUNS_MAX; run++) {
      Runnable next = local.poll();
      if (next == null) {
        next = shared.poll();
      }
      if (next == null) {
        return;
      }
      runGuarded(next);
    }
  }

  private static void runGuarded(Runnable continuation) {
    try {
      continuation.run();
    } catch (RuntimeException | Error e) {
      // A thread's own exceptions end in its handler; this one is the scheduler's, and the other
      // threads must go on.
      LOG.log(Level.ERROR, "a continuation failed", e);
    }
  }

  private void select() {
    try {
      selecting = true;
      if (local.isEmpty() && shared.isEmpty() && !closed) {
        selector.select(EventLoop::ready);
      } else {
        selecting = false;
        selector.selectNow(EventLoop::ready);
      }
    } catch (IOException | ClosedSelectorException e) {
      LOG.log(Level.WARNING, "select failed", e);
    } finally {
      selecting = false;
    }
  }

  private static void ready(SelectionKey key) {
    try {
      switch (key.attachment()) {
        case LoopTransport transport -> transport.ready(key);
        case Runnable acceptor -> acceptor.run();
        default -> throw new IllegalStateException("unknown attachment");
      }
    } catch (CancelledKeyException e) {
      // Closed between the selector's look and ours; its threads have been told by close.
    }
  }
}
