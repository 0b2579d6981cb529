package heddle.engine.schedule;

import heddle.engine.Liberty;
import heddle.hooks.LibertyControl;
import heddle.hooks.LibertyHooks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The liberties that the threads of an execution may take, and those that they have taken. Whether
 * one is taken is a choice like that of the thread to be notified: the first alternative is not to.
 */
public final class Liberties implements LibertyControl {
  /**
   * How often a thread may take one liberty in one execution: twice, because what goes wrong at the
   * second (such as waking up again) may differ from the first; no more, because a loop around it
   * would never end. Counted for each thread by itself, so that what one thread may do does not
   * depend on the order in which others ran.
   */
  private static final int TIMES_MAX = 2;

  private final Scheduler scheduler;
  private final List<Taken> taken = new ArrayList<>();
  private Set<Liberty> allowed = Set.of();

  Liberties(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * A liberty that was taken.
   *
   * @param liberty which
   * @param task by whom
   * @param site where; -1 in code of the JDK
   */
  public record Taken(Liberty liberty, Task task, int site) {}

  /** Sets which may be taken in the executions to come. */
  public void allow(Set<Liberty> liberties) {
    allowed = liberties;
    LibertyHooks.control = this;
  }

  /** Returns which may be taken. */
  public Set<Liberty> allowed() {
    return allowed;
  }

  /** Returns those taken in the latest execution, in order; a copy. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  void clear() {
    taken.clear();
  }

  /**
   * Returns whether {@code exception}, which ended a thread, is nothing but the answer to an
   * interrupt that came from here.
   */
  boolean answers(Throwable exception) {
    boolean interrupted = taken.stream().anyMatch(t -> t.liberty() == Liberty.INTERRUPTS);
    for (Throwable e = exception; interrupted && e != null; e = e.getCause()) {
      if (e instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void interruptible(int site) {
    if (controlsCaller() && !Thread.currentThread().isInterrupted()) {
      Task self = scheduler.running();
      self.site = site;
      if (take(Liberty.INTERRUPTS, site)) {
        self.thread.interrupt();
      }
    }
  }

  @Override
  public boolean weakFails(int site) {
    return controlsCaller() && take(Liberty.WEAK_CAS_FAILURES, site);
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant
  private boolean controlsCaller() {
    Task self = scheduler.current();
    return self != null && Thread.currentThread() == self.thread;
  }

  /** Returns whether the running task is to take {@code liberty} at {@code site}. */
  boolean take(Liberty liberty, int site) {
    return choose(liberty, 2, site) > 0;
  }

  /**
   * Returns by which of {@code count} alternatives the running task is to go on at {@code site}; 0
   * is the one that takes no liberty.
   */
  int choose(Liberty liberty, int count, int site) {
    if (allowed.isEmpty() || !allowed.contains(liberty)) {
      return 0;
    }
    Task self = scheduler.running();
    Map<Liberty, Integer> times = self.taken;
    if (times == null) {
      times = new EnumMap<>(Liberty.class);
      self.taken = times;
    }
    int before = times.getOrDefault(liberty, 0);
    int choice = before == TIMES_MAX ? 0 : scheduler.pick(count);
    if (choice == 0) {
      return 0;
    }
    times.put(liberty, before + 1);
    taken.add(new Taken(liberty, self, site));
    return choice;
  }
}
