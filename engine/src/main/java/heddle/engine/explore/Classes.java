package heddle.engine.explore;

import heddle.engine.schedule.StepStrategy;
import heddle.engine.schedule.Strategy;
import heddle.engine.schedule.Task;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts the equivalence classes of the executions that another strategy makes: what {@link Dpor}
 * is measured by. Executions are told apart by what every step of theirs comes after.
 */
public final class Classes extends StepStrategy {
  private final Strategy strategy;
  private final Steps steps = new Steps();
  private final Set<Long> seen = new HashSet<>();

  /** Counts the classes of what {@code strategy} makes. */
  public Classes(Strategy strategy) {
    this.strategy = strategy;
  }

  /** Returns a number for each class there was so far; it is the same for {@link Dpor}. */
  public Set<Long> seen() {
    return seen;
  }

  @Override
  public String name() {
    return strategy.name();
  }

  @Override
  public void begin() {
    steps.clear();
    strategy.begin();
  }

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    return count == 1 ? 0 : strategy.choose(options, count, lastCanRun);
  }

  @Override
  public int pick(int count) {
    return strategy.pick(count);
  }

  @Override
  public void started(Task task) {
    steps.started(task);
    strategy.started(task);
  }

  @Override
  public void step(Task task, boolean eager) {
    steps.add(task, eager);
  }

  @Override
  public void enabled(Task woken) {
    steps.enabled(woken);
  }

  @Override
  public void released(Object object) {
    steps.released(object);
  }

  @Override
  public void joined(Task ended) {
    steps.joined(ended);
  }

  @Override
  public void timePassed() {
    steps.barrier();
  }

  @Override
  public boolean spins(Task task, int firstSite, int loopSite) {
    return steps.hold(task, firstSite, loopSite);
  }

  @Override
  public void inexact(String why) {}

  @Override
  public void end(long scheduled) {
    seen.add(Fingerprint.of(steps));
    strategy.end(scheduled);
  }

  @Override
  public boolean exhausted() {
    return strategy.exhausted();
  }
}
