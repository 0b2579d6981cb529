package heddle.engine.explore;

import heddle.engine.explore.WakeupTree.Branch;
import heddle.engine.schedule.StepStrategy;
import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interleaving of each equivalence class: optimal dynamic partial order reduction with sleep
 * sets and wakeup trees (Abdulla, Aronis, Jonsson and Sagonas, JACM 2017, algorithm 2). Executions
 * are equivalent that differ only in the order of steps that commute.
 *
 * <p>After each execution, every race in it is turned round: the steps by which that can be done go
 * into the wakeup tree of the state before the race, unless a sleeping task shows that they have
 * been seen. The search is depth first, and ends when no tree holds anything.
 *
 * <p>It departs from the paper in three ways. A step may include choices other than of threads,
 * such as who is notified; all of them are taken. A monitor's exit is part of the step before it,
 * so entries race with entries. And where it is not known whether steps commute, they are taken not
 * to: then classes may be executed more than once, or be cut off as soon as that shows ({@link
 * #pruned}), but none is missed.
 */
public final class Dpor extends StepStrategy {
  /** Steps of one execution after which the search is given up. */
  private static final int STEPS_MAX = 20_000;

  /** Tasks that can sleep; a task with a higher number is explored anew instead. */
  private static final int SLEEPERS = Long.SIZE;

  /** A state, and what has been and is to be done from there. */
  private static final class Node {
    /** The task that takes the step now. */
    int task = -1;

    /** The tasks that need not take the step: all that begins with theirs has been seen. */
    long sleep;

    /** What is to be done, the current branch first. */
    List<Branch> branches = new ArrayList<>();

    /** How many branches have been done. */
    int done;

    /** The choices other than of threads that the step made, and among how many. */
    int[] picks = new int[2];

    int[] counts = new int[2];
    int made;

    /** How many of {@link #picks} are to be repeated. */
    int planned;

    /** How many of the planned choices are not to be varied. */
    int fixed;

    /** The number of its step in this execution. */
    int step;
  }

  private final Steps steps = new Steps();
  private final List<Node> path = new ArrayList<>();
  private int depth;
  private int known;
  private long nextSleep;
  private boolean exhausted;
  private boolean diverged;
  private boolean cut;
  private @Nullable String inexact;
  private long executions;
  private long pruned;
  private long infeasible;
  private final List<Task> live = new ArrayList<>();
  private final boolean overtaking;

  /** The tasks that were let go on while they waited for a time-out too, and by which node. */
  private final List<Overtaken> overtaken = new ArrayList<>();

  private record Overtaken(int node, int task) {}

  /**
   * Starts with the execution in which no task is preempted.
   *
   * @param overtaking whether time may move while tasks could run
   */
  public Dpor(boolean overtaking) {
    this.overtaking = overtaking;
    path.add(new Node()); // before the first choice; also loads the classes
    known = 1;
    overtaken.add(new Overtaken(0, 0));
    overtaken.clear();
  }

  @Override
  public String name() {
    return "DPOR";
  }

  @Override
  public void begin() {
    steps.clear();
    live.clear();
    overtaken.clear();
    depth = 0;
    nextSleep = 0;
    cut = false;
    executions++;
    path.getFirst().made = 0;
  }

  // ---- what happens in an execution

  @Override
  public void started(Task task) {
    steps.started(task);
    live.add(task);
  }

  @Override
  public void enabled(Task woken) {
    steps.enabled(woken);
    if (overtaking && woken.deadline() != Long.MAX_VALUE && depth > 0 && depth < path.size()) {
      overtaken.add(new Overtaken(depth, woken.id()));
    }
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
  public void inexact(String why) {
    inexact = why;
  }

  @Override
  public int choose(Task[] options, int count, boolean lastCanRun) {
    depth++;
    if (depth < known) {
      return repeat(options, count);
    }
    if (depth > STEPS_MAX) {
      inexact = "executions are too long";
      return 0;
    }
    Node node = new Node();
    node.sleep = nextSleep;
    Branch before = depth == 1 ? null : path.get(depth - 1).branches.getFirst();
    if (before != null) {
      node.branches = before.followers;
    }
    path.add(node);
    known = depth + 1;
    int choice = planned(node, options, count);
    if (choice < 0) {
      choice = free(node, options, count);
    }
    if (choice < 0) {
      path.removeLast();
      known = depth;
      cut = true;
    }
    return choice;
  }

  private int repeat(Task[] options, int count) {
    Node node = path.get(depth);
    int choice = indexOf(node.task, options, count);
    if (choice < 0 && depth == known - 1) {
      choice = planned(node, options, count);
      cut = choice < 0;
    } else if (choice < 0) {
      diverged = true;
      return 0;
    }
    return choice;
  }

  private static int indexOf(int task, Task[] options, int count) {
    for (int i = 0; i < count; i++) {
      if (options[i].id() == task) {
        return i;
      }
    }
    return -1;
  }

  private int planned(Node node, Task[] options, int count) {
    while (!node.branches.isEmpty()) {
      Branch branch = node.branches.getFirst();
      int choice = indexOf(branch.task, options, count);
      if (choice >= 0) {
        take(node, branch);
        return choice;
      }
      infeasible++;
      node.branches.removeFirst();
    }
    return -1;
  }

  private int free(Node node, Task[] options, int count) {
    for (int i = 0; i < count; i++) {
      if (!sleeps(node.sleep, options[i].id())) {
        Branch branch = WakeupTree.leaf(options[i].id());
        node.branches.add(branch);
        take(node, branch);
        return i;
      }
    }
    return -1;
  }

  private static void take(Node node, Branch branch) {
    node.task = branch.task;
    node.fixed = branch.picks.length;
    node.planned = branch.picks.length;
    if (node.planned > 0) {
      node.picks = Arrays.copyOf(branch.picks, Math.max(2, node.planned));
      node.counts = new int[node.picks.length];
    }
  }

  private static boolean sleeps(long sleep, int task) {
    return task < SLEEPERS && (sleep >>> task & 1) != 0;
  }

  @Override
  public void step(Task task, boolean eager) {
    if (!eager && depth < path.size()) {
      Node node = path.get(depth);
      node.step = steps.size();
      node.made = 0;
      if (depth == known - 1) {
        steps.noteRacesFromHere();
        nextSleep = sleepAfter(node.sleep, task);
      }
    }
    steps.add(task, eager);
  }

  /** Returns who of the sleeping still sleeps after the step that {@code task} begins. */
  private long sleepAfter(long sleep, Task task) {
    long after = sleep;
    for (int i = 0; after != 0 && i < live.size(); i++) {
      Task other = live.get(i);
      if (sleeps(after, other.id()) && steps.dependent(other, task)) {
        after &= ~(1L << other.id());
      }
    }
    return after;
  }

  @Override
  public int pick(int count) {
    Node node = path.get(Math.min(depth, path.size() - 1));
    int index = node.made++;
    if (index == node.picks.length) {
      node.picks = Arrays.copyOf(node.picks, 2 * index);
      node.counts = Arrays.copyOf(node.counts, 2 * index);
    }
    if (index >= node.planned) {
      node.picks[index] = 0;
    } else if (node.picks[index] >= count) {
      diverged = true;
      node.picks[index] = count - 1;
    }
    node.counts[index] = count;
    return node.picks[index];
  }

  // ---- between executions

  @Override
  public void end(long scheduled) {
    if (cut) {
      pruned++;
    }
    if (!diverged && inexact == null) {
      overtaken.forEach(this::timeOut);
      if (!cut) {
        addPending();
      }
      for (int race = 0; race < steps.races(); race++) {
        turnRound(steps.raceFirst(race), steps.raceSecond(race));
      }
      steps.dropPending();
    }
    backtrack();
  }

  /** A task that was let go on could have timed out just before. */
  private void timeOut(Overtaken wait) {
    Node node = path.get(wait.node);
    boolean planned = node.branches.stream().anyMatch(branch -> branch.task == wait.task);
    if (!planned && !sleeps(node.sleep, wait.task)) {
      node.branches.add(WakeupTree.leaf(wait.task));
    }
  }

  /**
   * A task that is blocked by another may have come earlier; and one that could still have gone on
   * when the execution ended, too.
   */
  private void addPending() {
    int last = depth < path.size() ? path.get(depth).step : -1;
    for (Task task : live) {
      if (task.state() != Task.State.RUNNABLE) {
        continue;
      }
      if (task.wants() != null) {
        steps.addPending(task);
      } else if (!task.spinning() && last >= 0 && steps.task(last) != task.id()) {
        steps.addPending(task);
        if (!steps.before(last, steps.size() - 1)) {
          turnRound(last, steps.size() - 1);
        }
      }
    }
  }

  private void turnRound(int first, int second) {
    int at = nodeOf(first);
    if (at < 0) {
      return;
    }
    Node node = path.get(at);
    Beginning beginning = new Beginning(steps, first, second);
    for (int i = at + 1; i < path.size(); i++) {
      Node later = path.get(i);
      if (later.step >= second) {
        break;
      }
      if (!steps.before(first, later.step)) {
        beginning.add(later.step, Arrays.copyOf(later.picks, later.made));
      }
    }
    beginning.add(second, new int[0]);
    beginning.startOver();
    if (!isCovered(node, beginning)) {
      WakeupTree.insert(node.branches, beginning);
    }
  }

  /** Returns the node of {@code step}; -1 when there was no choice. */
  private int nodeOf(int step) {
    int low = 1;
    int high = path.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = path.get(middle).step;
      if (found == step) {
        return middle;
      }
      if (found < step) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static boolean isCovered(Node node, Beginning beginning) {
    for (int task = 0; node.sleep >>> task != 0 && task < SLEEPERS; task++) {
      if (sleeps(node.sleep, task)
          && (beginning.initial(task, new int[0]) >= 0 || beginning.isIndependentOf(task))) {
        return true;
      }
    }
    return false;
  }

  private void backtrack() {
    for (int i = Math.min(depth, path.size() - 1); i >= 0; i--) {
      Node node = path.get(i);
      if (varyPicks(node)) {
        keep(i + 1);
        return;
      }
      if (i == 0) {
        break;
      }
      finish(node);
      if (!node.branches.isEmpty()) {
        take(node, node.branches.getFirst());
        keep(i + 1);
        return;
      }
    }
    exhausted = true;
  }

  private void keep(int size) {
    path.subList(size, path.size()).clear();
    known = size;
  }

  /** Takes the next combination of the choices other than of threads; false when all were taken. */
  private static boolean varyPicks(Node node) {
    for (int i = node.made - 1; i >= node.fixed; i--) {
      if (node.picks[i] + 1 < node.counts[i]) {
        node.picks[i]++;
        node.planned = i + 1;
        if (!node.branches.isEmpty()) {
          node.branches.getFirst().followers.clear();
        }
        return true;
      }
    }
    return false;
  }

  private static void finish(Node node) {
    if (node.branches.isEmpty()) {
      return; // what was planned could not be done
    }
    node.branches.removeFirst();
    node.done++;
    if (node.task < SLEEPERS && node.fixed == 0) {
      node.sleep |= 1L << node.task;
    }
  }

  // ---- what has come of it

  @Override
  public boolean exhausted() {
    return exhausted;
  }

  /**
   * Returns whether the program once offered other choices after the same choices: it depends on
   * something else.
   */
  public boolean diverged() {
    return diverged;
  }

  /** Returns why not every class is seen; null while that is not so. */
  public @Nullable String inexact() {
    return inexact;
  }

  /** Returns how many executions were cut off because they would have repeated a class. */
  public long pruned() {
    return pruned;
  }

  /** Returns how many executions ran to their end. */
  public long completed() {
    return executions - pruned;
  }

  /** Returns how many beginnings could not be made: each shows a dependence that was not seen. */
  public long infeasible() {
    return infeasible;
  }

  /** Returns a number of the class of the latest execution. */
  public long fingerprint() {
    return Fingerprint.of(steps);
  }

  @Override
  public double shareExplored() {
    if (exhausted) {
      return 1;
    }
    double share = 0;
    double weight = 1;
    for (int i = 1; i < path.size(); i++) {
      Node node = path.get(i);
      weight /= node.done + node.branches.size();
      share += weight * node.done;
    }
    return share;
  }
}
