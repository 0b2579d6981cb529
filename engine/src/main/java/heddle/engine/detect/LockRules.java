package heddle.engine.detect;

import heddle.engine.schedule.Task;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * What locks of {@code java.util.concurrent.locks} order: an unlock happens-before every later lock
 * ({@code Lock}, "same memory synchronization semantics as provided by the built-in monitor lock"),
 * but readers are not ordered among themselves ({@code ReadWriteLock}).
 */
final class LockRules {
  private final HappensBefore order;
  private final OptimisticReads optimistic;
  private final IdentityTable<State> states = new IdentityTable<>();

  /** What has been made known by unlocking. */
  private static final class State {
    final VectorClock writers = new VectorClock();
    final VectorClock readers = new VectorClock();
  }

  LockRules(HappensBefore order, OptimisticReads optimistic) {
    this.order = order;
    this.optimistic = optimistic;
  }

  void begin() {
    states.clear();
  }

  /** The state that a lock shares with its views and conditions. */
  private State state(Object lock) {
    Object core = lock;
    if (!(lock instanceof StampedLock)) {
      Object sync = Outer.field(lock, "sync");
      Object outer = sync == null ? Outer.field(lock, "this$0") : sync;
      core = outer == null ? lock : outer;
    }
    return states.get(core, State::new);
  }

  private static boolean took(@Nullable Object result) {
    return !Boolean.FALSE.equals(result);
  }

  private void lock(LibraryCall call, boolean exclusive) {
    State state = state(call.receiver);
    order.take(call.task, state.writers);
    if (exclusive) {
      order.take(call.task, state.readers);
    }
  }

  private void unlock(LibraryCall call, boolean exclusive) {
    State state = state(call.receiver);
    order.give(call.task, exclusive ? state.writers : state.readers);
  }

  /** Returns the rule of {@code lock}, a lock or a view of one. */
  CallRule of(Object lock) {
    String name = lock.getClass().getSimpleName();
    return lock instanceof ReentrantReadWriteLock.ReadLock || name.equals("ReadLockView")
        ? readLock
        : exclusiveLock;
  }

  private final CallRule exclusiveLock = new Plain(true);
  private final CallRule readLock = new Plain(false);

  private final class Plain implements CallRule {
    private final boolean exclusive;

    Plain(boolean exclusive) {
      this.exclusive = exclusive;
    }

    @Override
    public boolean before(LibraryCall call) {
      if (call.name.equals("unlock")) {
        unlock(call, exclusive);
        return false;
      }
      return call.name.startsWith("lock") || call.name.startsWith("tryLock");
    }

    @Override
    public void after(LibraryCall call, @Nullable Object result) {
      if (took(result)) {
        lock(call, exclusive);
      }
    }
  }

  /** {@code Condition.await} unlocks and locks again, even when it ends by an exception. */
  final CallRule condition =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          if (call.receiver instanceof Condition && call.name.startsWith("await")) {
            unlock(call, true);
            return true;
          }
          return false;
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          lock(call, true);
        }

        @Override
        public void threw(LibraryCall call) {
          lock(call, true);
        }
      };

  /** {@code StampedLock}, section "Memory Synchronization" of its documentation. */
  final CallRule stamped =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          StampedLock lock = (StampedLock) call.receiver;
          boolean writing = lock.isWriteLocked();
          switch (call.name) {
            case "unlockWrite" -> unlock(call, true);
            case "unlockRead" -> unlock(call, false);
            case "unlock" -> unlock(call, writing);
            case "tryUnlockWrite", "tryUnlockRead" -> {
              if (call.name.equals("tryUnlockWrite") == writing) {
                unlock(call, writing);
              }
            }
            case "tryConvertToReadLock", "tryConvertToOptimisticRead" -> unlock(call, writing);
            case "validate" -> {
              return true;
            }
            default -> {}
          }
          return !call.name.contains("nlock");
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          Task task = call.task;
          if (call.name.equals("tryOptimisticRead")) {
            optimistic.begins(task); // also by a stamp of 0, which validate rejects
          }
          if (call.name.equals("validate")) {
            unlock(call, false);
            optimistic.validated(task, Boolean.TRUE.equals(result));
          } else if (result instanceof Long stamp && stamp != 0) {
            boolean exclusive = ((StampedLock) call.receiver).isWriteLocked();
            lock(call, exclusive);
            if (call.name.equals("tryConvertToOptimisticRead")) {
              optimistic.begins(task);
            } else if (call.name.startsWith("tryConvert")) {
              optimistic.validated(task, true);
            }
          }
        }
      };
}
