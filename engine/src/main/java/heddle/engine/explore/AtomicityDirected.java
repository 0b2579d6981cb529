package heddle.engine.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lets two threads that read, compute and write the same location lose as many updates as can be: a
 * thread reads, then all others do what they do but for the last update of one of them, then the
 * thread writes what is old by now, that one reads it, and writes in the end over all that came
 * meanwhile. Blind sampling comes upon such a crossing of two updates once in hundreds of
 * executions.
 *
 * <p>The updates are those of an execution without preemptions, the first one; each of the
 * following is one crossing, forced as an unserializable interleaving (Park, Lu and Zhou,
 * "CTrigger", ASPLOS 2009).
 */
public final class AtomicityDirected extends Planned {
  /** Crossings that are tried at most. */
  private static final int PLANS_MAX = 12;

  /** Crossings of which these are drawn. */
  private static final int CROSSINGS_MAX = 20_000;

  private final ArrayDeque<int[]> plans = new ArrayDeque<>();
  private final Draws draws;
  private boolean began;
  private boolean planned;

  /** A read of a location by a task, and its next access to it, which is a write. */
  private record Update(int read, int write) {}

  /** Starts with the execution in which no task is preempted. */
  public AtomicityDirected(long seed) {
    this.draws = new Draws(seed);
  }

  @Override
  public String name() {
    return "lost updates";
  }

  /** Returns whether every crossing has been tried. */
  @Override
  public boolean exhausted() {
    return began && plans.isEmpty();
  }

  /** Returns whether some crossings have been planned and not been tried. */
  public boolean isUnderWay() {
    return !plans.isEmpty();
  }

  @Override
  public void begin() {
    begin(plans.isEmpty() ? new int[0] : plans.poll());
    began = true;
  }

  @Override
  int unplanned(int count) {
    return 0;
  }

  @Override
  public void end(long scheduled) {
    if (planned || steps.size() > STEPS_MAX) {
      return;
    }
    planned = true;
    List<int[]> crossings = new ArrayList<>();
    for (Map<Integer, List<Update>> sameLocation : updates().values()) {
      for (int one : sameLocation.keySet()) {
        for (int other : sameLocation.keySet()) {
          if (one != other && crossings.size() < CROSSINGS_MAX) {
            crossings.add(crossing(one, other, sameLocation));
          }
        }
      }
    }
    for (int i = 0; i < PLANS_MAX && !crossings.isEmpty(); i++) {
      plans.add(crossings.remove(draws.below(crossings.size())));
    }
  }

  /** Returns the updates by location and task, where those of several tasks race. */
  private Map<Integer, Map<Integer, List<Update>>> updates() {
    Map<Integer, Map<Integer, List<Update>>> updates = new TreeMap<>();
    Map<Long, Integer> latest = new TreeMap<>();
    for (int step = 0; step < steps.size(); step++) {
      int location = steps.touched(step);
      if (location < 0) {
        continue;
      }
      int task = steps.task(step);
      Integer before = latest.put(((long) location << 32) | task, step);
      if (steps.writes(step) && before != null && !steps.writes(before)) {
        updates
            .computeIfAbsent(location, _ -> new TreeMap<>())
            .computeIfAbsent(task, _ -> new ArrayList<>())
            .add(new Update(before, step));
      }
    }
    Set<Integer> raced = new HashSet<>();
    for (int race = 0; race < steps.races(); race++) {
      raced.add(steps.touched(steps.raceSecond(race)));
    }
    updates.keySet().retainAll(raced);
    updates.values().removeIf(tasks -> tasks.size() < 2);
    return updates;
  }

  /** Crosses the first update of {@code one} with the last of {@code other}. */
  private int[] crossing(int one, int other, Map<Integer, List<Update>> updates) {
    Update first = updates.getOrDefault(one, List.of()).getFirst();
    Update last = updates.getOrDefault(other, List.of()).getLast();
    int end = steps.size();
    Order order = new Order();
    int begun = end;
    for (int task : updates.keySet()) {
      begun = Math.min(begun, steps.firstOf(task, 0));
    }
    order.add(-1, 0, begun);
    order.add(one, begun, first.read + 1);
    for (int task : updates.keySet()) {
      if (task != one && task != other) {
        order.add(task, begun, end);
      }
    }
    order.add(other, begun, last.read);
    order.add(one, first.read + 1, first.write + 1);
    order.add(other, last.read, last.read + 1);
    order.add(one, first.write + 1, end);
    order.add(other, last.read + 1, end);
    return order.tasks();
  }

  /** The tasks of choices of the first execution, in another order. */
  private final class Order {
    private int[] tasks = new int[depth];
    private int size;

    /** Adds the choices of {@code task}, or of all for -1, of which the steps are in a range. */
    void add(int task, int from, int to) {
      for (int i = 0; i < depth; i++) {
        boolean within = chosenSteps[i] >= from && chosenSteps[i] < to;
        if (within && (task == -1 || chosen[i] == task)) {
          tasks[size++] = chosen[i];
        }
      }
    }

    int[] tasks() {
      return Arrays.copyOf(tasks, size);
    }
  }
}
