package heddle.engine.explore;

import heddle.engine.schedule.Strategy;
import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes choices that were made by others, and then those of another strategy. A choice that can not
 * be made, because that thread can not run there, ends the picks.
 */
public final class Picked extends Strategy {
  private final List<Integer> picks;
  private final Strategy then;
  private final Runnable atTheEnd;
  private final List<Integer> options = new ArrayList<>();
  private int position;
  private boolean open;

  /**
   * Repeats {@code picks} in each execution.
   *
   * @param picks numbers of tasks
   * @param then chooses from there on
   * @param atTheEnd called in each execution when the first choice comes that was not picked
   */
  public Picked(List<Integer> picks, Strategy then, Runnable atTheEnd) {
    this.picks = List.copyOf(picks);
    this.then = then;
    this.atTheEnd = atTheEnd;
  }

  @Override
  public String name() {
    return "picked";
  }

  @Override
  public void begin() {
    position = 0;
    open = false;
    options.clear();
    then.begin();
  }

  @Override
  public int choose(Task[] choices, int count, boolean lastCanRun) {
    if (!open) {
      if (position < picks.size()) {
        int picked = picks.get(position++);
        for (int i = 0; i < count; i++) {
          if (choices[i].id() == picked) {
            return i;
          }
        }
      }
      open = true;
      for (int i = 0; i < count; i++) {
        options.add(choices[i].id());
      }
      atTheEnd.run();
    }
    return then.choose(choices, count, lastCanRun);
  }

  @Override
  public int pick(int count) {
    // Which of several waiting threads is notified is no choice of threads: the longest waiting.
    return open ? then.pick(count) : 0;
  }

  @Override
  public void started(Task task) {
    then.started(task);
  }

  @Override
  public void end(long steps) {
    then.end(steps);
  }

  @Override
  public boolean exhausted() {
    return then.exhausted();
  }

  /**
   * Returns the tasks that could run at the first choice that was not picked; empty if none came.
   */
  public List<Integer> options() {
    return List.copyOf(options);
  }
}
