package heddle.lab.check;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue that serves its users in turn: one who puts in ten items gets no more than one
 * who puts in one. Thread-safe.
 *
 * @param <T> what waits
 */
public final class FairQueue<T> {
  private final int eachMax;
  private final int allMax;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Users with waiting items, the next one to be served first. */
  @GuardedBy("lock") private final Map<String, ArrayDeque<T>> waiting = new LinkedHashMap<>();

  @GuardedBy("lock") private int size;

  @GuardedBy("lock") private boolean closed;

  /**
   * An empty queue.
   *
   * @param eachMax how many items of one user may wait
   * @param allMax how many items may wait in all
   */
  public FairQueue(int eachMax, int allMax) {
    this.eachMax = eachMax;
    this.allMax = allMax;
  }

  /** Adds an item; returns false when the user or all together have too many, or it is closed. */
  public boolean offer(String user, T item) {
    lock.lock();
    try {
      ArrayDeque<T> own = waiting.get(user);
      if (closed || size >= allMax || (own != null && own.size() >= eachMax)) {
        return false;
      }
      waiting.computeIfAbsent(user, _ -> new ArrayDeque<>()).add(item);
      size++;
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for an item and takes it; empty when the queue is closed. */
  public Optional<T> take() throws InterruptedException {
    lock.lock();
    try {
      while (size == 0 && !closed) {
        changed.await();
      }
      if (closed) {
        return Optional.empty();
      }
      var first = waiting.entrySet().iterator().next();
      T item = first.getValue().remove();
      waiting.remove(first.getKey());
      if (!first.getValue().isEmpty()) {
        waiting.put(first.getKey(), first.getValue()); // to the end: it is the others' turn
      }
      size--;
      return Optional.of(item);
    } finally {
      lock.unlock();
    }
  }

  /** Takes an item out before it is served; returns whether it was still there. */
  public boolean remove(String user, T item) {
    lock.lock();
    try {
      ArrayDeque<T> own = waiting.get(user);
      if (own == null || !own.remove(item)) {
        return false;
      }
      if (own.isEmpty()) {
        waiting.remove(user);
      }
      size--;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many items wait. */
  public int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody in any more, and sends home who waits for items. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
