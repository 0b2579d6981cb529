package heddle.engine.detect;

import heddle.engine.schedule.Monitor;
import heddle.engine.schedule.Observer;
import heddle.engine.schedule.Shadow;
import heddle.engine.schedule.Task;
import heddle.engine.weave.Calls;
import heddle.engine.weave.SiteTable;
import heddle.hooks.Hooks;
import heddle.hooks.Woven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds plain accesses that nothing orders, by vector clocks (Djit+ and FastTrack: Pozniansky and
 * Schuster, PPoPP 2003; Flanagan and Freund, PLDI 2009), and makes their sites scheduling points.
 * All other plain accesses need none: as long as a program has no data race, its behaviour depends
 * on the order of its synchronization alone (JLS 17.4.5).
 *
 * <p>Monitors, volatile fields, thread start and end order what they order by JLS 17.4. Calls of
 * {@code java.util.concurrent} are taken to order everything before them with everything after
 * them, in the sequence in which they happen: more than they promise. A race that this hides in one
 * execution shows in another, because each such call is a scheduling point.
 */
public final class RaceDetector implements Observer {
  /** Calls that hand something on and can not tell how work has ended. */
  private static final Set<String> GIVES =
      Set.of(
          "submit",
          "execute",
          "schedule",
          "fork",
          "put",
          "offer",
          "add",
          "lock",
          "unlock",
          "set",
          "acquire",
          "release",
          "countDown",
          "incrementAndGet",
          "getAndIncrement",
          "addAndGet",
          "shutdown");

  private final SiteTable sites;
  private final List<VectorClock> clocks = new ArrayList<>();
  private final IdentityTable<VectorClock> monitors = new IdentityTable<>();
  private final IdentityTable<Cell[]> arrays = new IdentityTable<>();

  /** What calls of {@code java.util.concurrent} have passed on to later ones. */
  private VectorClock library = new VectorClock();

  /** What was known to those who handed work to a library's threads, at the time. */
  private VectorClock submitted = new VectorClock();

  /** What is known of the work that a library's threads have done. */
  private VectorClock done = new VectorClock();

  private final Map<Integer, Integer> calling = new HashMap<>();
  private Cell[] statics = new Cell[16];
  private int execution;
  private int learned;

  /** Creates a detector for programs woven with {@code sites}. */
  public RaceDetector(SiteTable sites) {
    this.sites = sites;
  }

  /** Forgets the last execution. */
  public void begin() {
    execution++;
    clocks.clear();
    monitors.clear();
    calling.clear();
    arrays.clear();
    library = new VectorClock();
    submitted = new VectorClock();
    done = new VectorClock();
    Arrays.fill(statics, null);
  }

  /** Returns how many sites have become scheduling points so far. */
  public int learned() {
    return learned;
  }

  /** What is known of the accesses to one variable. */
  private static final class Cell {
    int execution;
    int writer = -1;
    int writeTime;
    int writeSite;
    int[] readTimes = new int[2];
    int[] readSites = new int[2];
    @Nullable VectorClock released;
  }

  /** The cells of one object, by field. */
  private static final class Fields {
    int[] numbers = new int[4];
    Cell[] cells = new Cell[4];
    int size;
  }

  /** Returns the time of {@code task} by its own clock. */
  int time(Task task) {
    return clock(task).get(task.id());
  }

  /** Returns up to which time of task {@code other} all that it did happens before {@code task}. */
  int known(Task task, int other) {
    return clock(task).get(other);
  }

  private VectorClock clock(Task task) {
    while (clocks.size() <= task.id()) {
      VectorClock fresh = new VectorClock();
      fresh.tick(clocks.size());
      clocks.add(fresh);
    }
    return clocks.get(task.id());
  }

  @Override
  public void access(Task task, @Nullable Object owner, int index, boolean write, int site) {
    if (task.initializing()) {
      return;
    }
    Cell cell = cell(owner, index, site);
    if (cell == null) {
      return;
    }
    if (cell.execution != execution) {
      reset(cell);
    }
    VectorClock clock = clock(task);
    if (index < 0 && sites.isVolatile(site)) {
      synchronize(cell, clock, task, write);
      return;
    }
    check(cell, clock, task, write, site);
    if (write) {
      cell.writer = task.id();
      cell.writeTime = clock.get(task.id());
      cell.writeSite = site;
    } else {
      noteRead(cell, task.id(), clock.get(task.id()), site);
    }
  }

  private void reset(Cell cell) {
    cell.execution = execution;
    cell.writer = -1;
    Arrays.fill(cell.readTimes, 0);
    cell.released = null;
  }

  private static void synchronize(Cell cell, VectorClock clock, Task task, boolean write) {
    VectorClock released = cell.released;
    if (write) {
      if (released == null) {
        released = new VectorClock();
        cell.released = released;
      }
      released.join(clock);
      clock.tick(task.id());
    } else if (released != null) {
      clock.join(released);
    }
  }

  private void check(Cell cell, VectorClock clock, Task task, boolean write, int site) {
    int writer = cell.writer;
    if (writer >= 0 && writer != task.id() && cell.writeTime > clock.get(writer)) {
      race(cell.writeSite, site);
    }
    if (write) {
      for (int reader = 0; reader < cell.readTimes.length; reader++) {
        if (reader != task.id() && cell.readTimes[reader] > clock.get(reader)) {
          race(cell.readSites[reader], site);
        }
      }
    }
  }

  private void race(int first, int second) {
    learn(first);
    learn(second);
  }

  private void learn(int site) {
    if (!Hooks.visible[site]) {
      Hooks.visible[site] = true;
      learned++;
    }
  }

  private static void noteRead(Cell cell, int task, int time, int site) {
    if (task >= cell.readTimes.length) {
      int size = Math.max(task + 1, cell.readTimes.length * 2);
      cell.readTimes = Arrays.copyOf(cell.readTimes, size);
      cell.readSites = Arrays.copyOf(cell.readSites, size);
    }
    cell.readTimes[task] = time;
    cell.readSites[task] = site;
  }

  @Override
  public void uses(Task task, Object collection, int site) {
    if (task.initializing()) {
      return;
    }
    Cell[] cells = arrays.get(collection, () -> new Cell[] {new Cell()});
    VectorClock clock = clock(task);
    boolean write = !Calls.reads(sites.get(site).name());
    check(cells[0], clock, task, write, site);
    if (write) {
      cells[0].writer = task.id();
      cells[0].writeTime = clock.get(task.id());
      cells[0].writeSite = site;
    } else {
      noteRead(cells[0], task.id(), clock.get(task.id()), site);
    }
  }

  private @Nullable Cell cell(@Nullable Object owner, int index, int site) {
    if (owner == null) {
      return sites.get(site).isStatic() ? staticCell(sites.field(site)) : null;
    }
    if (index >= 0) {
      return element(owner, index);
    }
    return owner instanceof Woven woven ? field(woven, sites.field(site)) : null;
  }

  private Cell staticCell(int number) {
    if (number >= statics.length) {
      statics = Arrays.copyOf(statics, number * 2);
    }
    Cell cell = statics[number];
    if (cell == null) {
      cell = new Cell();
      statics[number] = cell;
    }
    return cell;
  }

  private @Nullable Cell element(Object array, int index) {
    int length = java.lang.reflect.Array.getLength(array);
    if (index >= length) {
      return null;
    }
    Cell[] cells = arrays.get(array, () -> new Cell[length]);
    Cell cell = cells[index];
    if (cell == null) {
      cell = new Cell();
      cells[index] = cell;
    }
    return cell;
  }

  private static Cell field(Woven owner, int number) {
    Shadow shadow = Shadow.of(owner);
    Fields fields = (Fields) shadow.accesses;
    if (fields == null) {
      fields = new Fields();
      shadow.accesses = fields;
    }
    for (int i = 0; i < fields.size; i++) {
      if (fields.numbers[i] == number) {
        return fields.cells[i];
      }
    }
    if (fields.size == fields.numbers.length) {
      fields.numbers = Arrays.copyOf(fields.numbers, fields.size * 2);
      fields.cells = Arrays.copyOf(fields.cells, fields.size * 2);
    }
    Cell cell = new Cell();
    fields.numbers[fields.size] = number;
    fields.cells[fields.size++] = cell;
    return cell;
  }

  @Override
  public void entered(Task task, Monitor monitor, int site) {
    clock(task).join(monitors.get(monitor.object(), VectorClock::new));
  }

  @Override
  public void exited(Task task, Monitor monitor) {
    VectorClock clock = clock(task);
    monitors.get(monitor.object(), VectorClock::new).join(clock);
    clock.tick(task.id());
  }

  @Override
  public void calls(Task task, @Nullable Object receiver, int site) {
    VectorClock clock = clock(task);
    library.join(clock);
    submitted.join(clock);
    clock.tick(task.id());
    calling.put(task.id(), site);
  }

  @Override
  public void called(Task task, @Nullable Object result, boolean changed, int site) {
    if (calling.remove(task.id()) == null) {
      return; // a collection that does not synchronize
    }
    VectorClock clock = clock(task);
    clock.join(library);
    if (!GIVES.contains(sites.get(site).name())) {
      clock.join(done);
    }
  }

  @Override
  public void enteredProgram(Task task) {
    if (task.isOfLibrary()) {
      clock(task).join(submitted);
    }
  }

  @Override
  public void leftProgram(Task task) {
    if (task.isOfLibrary()) {
      VectorClock clock = clock(task);
      done.join(clock);
      clock.tick(task.id());
    }
  }

  @Override
  public void started(Task task, Task child) {
    VectorClock clock = clock(task);
    clock(child).join(clock);
    clock.tick(task.id());
  }

  @Override
  public void joined(Task task, Task child) {
    clock(task).join(clock(child));
  }

  @Override
  public void interrupts(Task task, Thread target) {
    calls(task, target, -1);
  }

  @Override
  public void woke(Task task, Task woken) {}

  @Override
  public void resumed(Task task, Task.State how, @Nullable Object on) {}

  @Override
  public void ended(Task task) {
    if (task.isOfLibrary()) {
      done.join(clock(task));
    }
  }

  @Override
  public void blocked(Task task, Monitor monitor, int site) {}

  @Override
  public void waits(Task task, Task.State how, @Nullable Object on, long nanos, int site) {}

  @Override
  public void signalled(Task task, Object monitor, int woken, boolean all, int site) {}

  @Override
  public void named(Thread thread, String variable) {}
}
