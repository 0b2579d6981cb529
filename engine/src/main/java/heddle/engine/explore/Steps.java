package heddle.engine.explore;

import heddle.engine.schedule.Task;
import java.util.Arrays;

/**
 * The steps of one execution: who made each, what it touched, and which happened before which.
 *
 * <p>Two steps are dependent when they touch the same location and one of them changes it, when one
 * lets the other's task go on, or when what one of them touches is not known. Happens-before is the
 * order that dependence and each task's own order give (Mazurkiewicz), kept as vector clocks over
 * the numbers of steps. It is finer than the happens-before of the Java memory model: reads of one
 * volatile field are not ordered, its accesses otherwise all are.
 *
 * <p>A <em>race</em> is a pair of dependent steps of two tasks that nothing else orders, so that
 * they could have come the other way round (Flanagan and Godefroid, POPL 2005). Two sections of one
 * monitor race by their entries: the exit between them orders them, but is no reason for it.
 */
@SuppressWarnings("ReferenceEquality") // identity is meant
final class Steps {
  /** Touches nothing that others see. */
  static final int NOTHING = -1;

  /** May touch anything. */
  static final int ANYTHING = -2;

  private final Locations locations = new Locations();
  private final Touches touches = new Touches();
  private int width = 8;

  private int size;

  /** How many of the steps were made; the others were only pending at the end. */
  private int made;

  private int[] tasks = new int[256];
  private int[] touched = new int[256];
  private boolean[] writes = new boolean[256];
  private int[] targets = new int[256];
  private int[] sites = new int[256];

  /** For each step, for each task, the number of its latest step known, plus one. */
  private int[] clocks = new int[256 * width];

  /** The same, before what the step itself orders; for steps that enter a monitor. */
  private int[] bases = new int[256 * width];

  /** What each task knows now. */
  private int[][] known = new int[width][width];

  private int[] lastOf = new int[width];
  private int[] lastAbout = new int[width];
  private int lastAnything;
  private int current;
  private final Spinners spinners = new Spinners(this);

  private int races;
  private int[] raceFirst = new int[64];
  private int[] raceSecond = new int[64];
  private int newFrom;

  private int[] candidates = new int[16];
  private int candidateCount;
  private int[] base = new int[width];

  /** Starts anew; main runs. */
  void clear() {
    locations.clear();
    touches.clear();
    size = 0;
    races = 0;
    newFrom = 0;
    current = 0;
    lastAnything = -1;
    spinners.clear();
    made = 0;
    Arrays.fill(lastOf, -1);
    Arrays.fill(lastAbout, -1);
    for (int[] clock : known) {
      Arrays.fill(clock, 0);
    }
  }

  /** From now on, races are noted of which the later step is to come. */
  void noteRacesFromHere() {
    newFrom = size;
  }

  /** A task was started by the running one. */
  void started(Task task) {
    widen(task.id());
    if (task.id() != current) {
      join(known[task.id()], known[current]);
    }
  }

  /** The running task lets {@code task} go on. */
  void enabled(Task task) {
    join(known[task.id()], known[current]);
  }

  /** The running task has seen the end of {@code ended}. */
  void joined(Task ended) {
    join(known[current], known[ended.id()]);
  }

  /** The running task has left the monitor of {@code object}. */
  void released(Object object) {
    touches.release(locations.of(object, -1), known[current].clone());
  }

  /** All that was is before all that comes. */
  void barrier() {
    int[] all = new int[width];
    for (int[] clock : known) {
      join(all, clock);
    }
    for (int[] clock : known) {
      System.arraycopy(all, 0, clock, 0, width);
    }
  }

  /** Adds the step that {@code task} begins. */
  void add(Task task, boolean eager) {
    reserve();
    int id = task.id();
    current = id;
    int step = size;
    tasks[step] = id;
    sites[step] = task.site();
    boolean enters = !eager && entersMonitor(task);
    touched[step] = eager ? NOTHING : location(task);
    writes[step] = task.pendingWrite();
    targets[step] = eager ? -1 : target(task);
    System.arraycopy(known[id], 0, base, 0, width);
    System.arraycopy(known[id], 0, bases, step * width, width);
    if (!eager) {
      order(step, step >= newFrom);
      if (enters) {
        int[] released = touches.released(touched[step]);
        if (released != null) {
          join(base, released);
        }
      }
    }
    base[id] = step + 1;
    System.arraycopy(base, 0, known[id], 0, width);
    System.arraycopy(base, 0, clocks, step * width, width);
    size++;
    note(step);
    made = size;
    spinners.wake(step);
  }

  /**
   * Notes races of the step that {@code task} would have made next, had the execution gone on; it
   * is not added.
   */
  void addPending(Task task) {
    reserve();
    int step = size;
    tasks[step] = task.id();
    sites[step] = task.site();
    touched[step] = location(task);
    writes[step] = task.pendingWrite();
    targets[step] = target(task);
    System.arraycopy(known[task.id()], 0, base, 0, width);
    System.arraycopy(known[task.id()], 0, bases, step * width, width);
    order(step, true);
    base[task.id()] = step + 1;
    System.arraycopy(base, 0, clocks, step * width, width);
    size++;
  }

  private static boolean entersMonitor(Task task) {
    var wants = task.wants();
    return wants != null && wants.object() == task.pendingObject();
  }

  /** Returns what the next operation of {@code task} touches. */
  int location(Task task) {
    if (task.state() != Task.State.RUNNABLE && task.deadline() != Long.MAX_VALUE) {
      return ANYTHING; // time overtakes others
    }
    Object object = task.pendingObject();
    if (object == null) {
      return ANYTHING;
    }
    return object == Task.NOTHING ? NOTHING : locations.of(object, task.pendingIndex());
  }

  /** Returns the task that the next operation of {@code task} is about; -1 for none. */
  int target(Task task) {
    return task.pendingObject() instanceof Thread ? task.pendingAbout() : -1;
  }

  // ---- order

  /** Joins into {@link #base} what the step comes after; notes races where {@code note} says so. */
  private void order(int step, boolean note) {
    candidateCount = 0;
    collect(step);
    for (int i = 0; i < candidateCount; i++) {
      if (note && isRace(candidates[i], i)) {
        race(candidates[i], step);
      }
    }
    for (int i = 0; i < candidateCount; i++) {
      joinStep(base, candidates[i]);
    }
  }

  private void collect(int step) {
    int id = tasks[step];
    int location = touched[step];
    if (location == ANYTHING) {
      for (int task = 0; task < width; task++) {
        if (task != id) {
          candidate(lastOf[task]);
        }
      }
      return;
    }
    candidate(lastAnything);
    candidate(lastAbout[id]);
    if (targets[step] >= 0 && targets[step] != id) {
      candidate(lastOf[targets[step]]);
    }
    if (location >= 0) {
      candidate(touches.lastWrite(location));
      if (writes[step]) {
        for (int task = 0; task < width; task++) {
          if (task != id) {
            candidate(touches.lastRead(location, task));
          }
        }
      }
    }
  }

  private void candidate(int step) {
    if (step < 0) {
      return;
    }
    for (int i = 0; i < candidateCount; i++) {
      if (candidates[i] == step) {
        return;
      }
    }
    if (candidateCount == candidates.length) {
      candidates = Arrays.copyOf(candidates, candidateCount * 2);
    }
    candidates[candidateCount++] = step;
  }

  private boolean isRace(int first, int index) {
    int task = tasks[first];
    if (base[task] > first) {
      return false;
    }
    for (int i = 0; i < candidateCount; i++) {
      if (i != index && clocks[candidates[i] * width + task] > first) {
        return false;
      }
    }
    return true;
  }

  private void race(int first, int second) {
    if (races == raceFirst.length) {
      raceFirst = Arrays.copyOf(raceFirst, races * 2);
      raceSecond = Arrays.copyOf(raceSecond, races * 2);
    }
    raceFirst[races] = first;
    raceSecond[races++] = second;
  }

  private void note(int step) {
    int id = tasks[step];
    if (touched[step] != NOTHING) {
      lastOf[id] = step;
    }
    if (targets[step] >= 0) {
      lastAbout[targets[step]] = step;
    }
    int location = touched[step];
    if (location == ANYTHING) {
      lastAnything = step;
    } else if (location >= 0) {
      if (writes[step]) {
        touches.wrote(location, step);
      } else {
        touches.read(location, id, step);
      }
    }
  }

  /** Holds a task that spins: see {@link Spinners#hold}. */
  boolean hold(Task task, int firstSite, int loopSite) {
    return spinners.hold(task, firstSite, loopSite);
  }

  /** Forgets the steps that were not made. */
  void dropPending() {
    size = made;
  }

  // ---- what is known

  int size() {
    return size;
  }

  int task(int step) {
    return tasks[step];
  }

  int site(int step) {
    return sites[step];
  }

  int touched(int step) {
    return touched[step];
  }

  boolean writes(int step) {
    return writes[step];
  }

  /** Returns whether what {@code step} touched was changed since. */
  boolean changedAfter(int step) {
    return touches.lastWrite(touched[step]) > step;
  }

  int width() {
    return width;
  }

  int races() {
    return races;
  }

  int raceFirst(int race) {
    return raceFirst[race];
  }

  int raceSecond(int race) {
    return raceSecond[race];
  }

  /** Returns whether {@code first} happened before {@code second}, which came later. */
  boolean before(int first, int second) {
    return clocks[second * width + tasks[first]] > first;
  }

  /**
   * Returns whether {@code first} happened before {@code second} even without what {@code second}
   * itself touches.
   */
  boolean beforeAnyway(int first, int second) {
    return bases[second * width + tasks[first]] > first;
  }

  /** Returns whether two steps touch the same, so that their order matters. */
  boolean dependent(int one, int other) {
    return dependent(
        tasks[one],
        touched[one],
        writes[one],
        targets[one],
        tasks[other],
        touched[other],
        writes[other],
        targets[other]);
  }

  /** Returns whether the next operations of two tasks touch the same. */
  boolean dependent(Task one, Task other) {
    return dependent(
        one.id(),
        location(one),
        one.pendingWrite(),
        target(one),
        other.id(),
        location(other),
        other.pendingWrite(),
        target(other));
  }

  private static boolean dependent(
      int task,
      int location,
      boolean write,
      int target,
      int task2,
      int location2,
      boolean write2,
      int target2) {
    if (task == task2 || location == ANYTHING || location2 == ANYTHING) {
      return true;
    }
    if (target == task2 || target2 == task) {
      return true;
    }
    return location >= 0 && location == location2 && (write || write2);
  }

  /** Returns the first step of {@code task} from {@code from} on; -1 when there is none. */
  int firstOf(int task, int from) {
    for (int step = from; step < size; step++) {
      if (tasks[step] == task) {
        return step;
      }
    }
    return -1;
  }

  /** Returns how many steps, in the order of all, {@code step} knows of {@code task}. */
  int clock(int step, int task) {
    return clocks[step * width + task];
  }

  private void join(int[] clock, int[] other) {
    for (int i = 0; i < width; i++) {
      clock[i] = Math.max(clock[i], other[i]);
    }
  }

  private void joinStep(int[] clock, int step) {
    for (int i = 0; i < width; i++) {
      clock[i] = Math.max(clock[i], clocks[step * width + i]);
    }
  }

  // ---- room

  private void reserve() {
    if (size < tasks.length) {
      return;
    }
    int length = 2 * size;
    tasks = Arrays.copyOf(tasks, length);
    touched = Arrays.copyOf(touched, length);
    writes = Arrays.copyOf(writes, length);
    targets = Arrays.copyOf(targets, length);
    sites = Arrays.copyOf(sites, length);
    clocks = Arrays.copyOf(clocks, length * width);
    bases = Arrays.copyOf(bases, length * width);
  }

  /** Makes room for the clocks of more tasks. */
  private void widen(int task) {
    if (task < width) {
      return;
    }
    int before = width;
    width = Math.max(task + 1, 2 * before);
    clocks = spread(clocks, before);
    bases = spread(bases, before);
    int[][] all = new int[width][];
    for (int i = 0; i < width; i++) {
      all[i] = i < before ? Arrays.copyOf(known[i], width) : new int[width];
    }
    known = all;
    base = new int[width];
    lastOf = grown(lastOf);
    lastAbout = grown(lastAbout);
    touches.widen(width);
  }

  private int[] spread(int[] old, int before) {
    int[] wider = new int[tasks.length * width];
    for (int step = 0; step < size; step++) {
      System.arraycopy(old, step * before, wider, step * width, before);
    }
    return wider;
  }

  private int[] grown(int[] old) {
    int[] longer = Arrays.copyOf(old, width);
    Arrays.fill(longer, old.length, width, -1);
    return longer;
  }
}
