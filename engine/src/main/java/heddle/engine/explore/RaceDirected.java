package heddle.engine.explore;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Turns races round that have been seen one way only: repeats an execution up to the first step of
 * the race, lets the steps that do not need that one come first, then the second, and goes on
 * without preemption. Each execution shows new races; a pair of places in two threads is turned
 * round a few times in each direction.
 *
 * <p>This is the reversal of dynamic partial order reduction (Flanagan and Godefroid, POPL 2005)
 * without its promise to be complete, breadth first: it finds what needs one certain order among
 * many threads, which blind sampling does not and a depth-first search reaches last.
 */
public final class RaceDirected extends Planned {
  /**
   * How often a pair of places in two threads is turned round at first: what comes of it depends on
   * others. The bound doubles whenever there is nothing left to do.
   */
  private static final int TURNS = 4;

  /** Plans that are kept; more are dropped. */
  private static final int PLANS_MAX = 20_000;

  /** The plans by the two places in the program that race; the places take turns. */
  private final Map<Long, ArrayDeque<int[]>> plans = new HashMap<>();

  private final ArrayDeque<ArrayDeque<int[]>> turns = new ArrayDeque<>();
  private int planned;

  /** How often each pair of places in two threads has been turned round. */
  private final Map<Long, Integer> turned = new HashMap<>();

  /** The plans made so far, as numbers. */
  private final Set<Integer> made = new HashSet<>();

  private final Draws draws;
  private int turnsMax = TURNS;
  private boolean random;
  private boolean started;

  /**
   * Starts with the execution in which no task is preempted. Whenever nothing is left to be turned
   * round, a random execution gives new races; the same seed gives the same ones.
   */
  public RaceDirected(long seed) {
    this.draws = new Draws(seed);
  }

  @Override
  public String name() {
    return "race reversal";
  }

  @Override
  public void begin() {
    random = started && planned == 0;
    if (random) {
      turnsMax *= 2;
    }
    begin(next());
    started = true;
  }

  private int[] next() {
    ArrayDeque<int[]> turn = turns.poll();
    if (turn == null) {
      return new int[0];
    }
    int[] next = turn.removeLast(); // the newest: it goes on from what was reached last
    planned--;
    if (!turn.isEmpty()) {
      turns.add(turn);
    }
    return next;
  }

  @Override
  int unplanned(int count) {
    return random ? draws.below(count) : 0;
  }

  @Override
  public void end(long scheduled) {
    if (steps.size() > STEPS_MAX) {
      return;
    }
    for (int race = 0; race < steps.races() && planned < PLANS_MAX; race++) {
      int first = steps.raceFirst(race);
      int second = steps.raceSecond(race);
      if (turned.getOrDefault(pair(first, second), 0) < turnsMax) {
        add(first, second);
      }
    }
  }

  private void add(int first, int second) {
    int[] turnedRound = turnedRound(first, second);
    if (!made.add(Arrays.hashCode(turnedRound))) {
      return;
    }
    turned.merge(pair(first, second), 1, Integer::sum);
    int one = Math.min(steps.site(first), steps.site(second));
    int two = Math.max(steps.site(first), steps.site(second));
    ArrayDeque<int[]> same =
        plans.computeIfAbsent(((long) one << 32) | two, _ -> new ArrayDeque<>());
    if (same.isEmpty()) {
      turns.add(same);
    }
    same.add(turnedRound);
    planned++;
  }

  /** Returns a number for the order of two places in two threads. */
  private long pair(int first, int second) {
    long one = ((long) steps.task(first) << 20) | (steps.site(first) & 0xF_FFFF);
    long two = ((long) steps.task(second) << 20) | (steps.site(second) & 0xF_FFFF);
    return one * 0x9E37_79B9_7F4A_7C15L + two;
  }

  private int[] turnedRound(int first, int second) {
    int[] order = new int[depth];
    int size = 0;
    for (int i = 0; i < depth; i++) {
      int step = chosenSteps[i];
      boolean before = step < first;
      boolean between = step > first && step < second && !steps.before(first, step);
      if (before || between || step == second) {
        order[size++] = chosen[i];
      }
    }
    return Arrays.copyOf(order, size);
  }
}
