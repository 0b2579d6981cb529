package heddle.engine.detect;

import heddle.engine.schedule.Monitor;
import heddle.engine.schedule.Observer;
import heddle.engine.schedule.Task;
import heddle.engine.weave.SiteTable;
import heddle.hooks.Hooks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds accesses that nothing orders, by vector clocks (Djit+ and FastTrack: Pozniansky and
 * Schuster, PPoPP 2003; Flanagan and Freund, PLDI 2009). Happens-before is that of JLS 17.4.5, and
 * of what the classes of the JDK document under "Memory consistency effects": each kind of them has
 * its {@link CallRule}.
 *
 * <p>The sites of accesses that race become scheduling points. All other plain accesses need none:
 * as long as a program has no data race, its behaviour depends on the order of its synchronization
 * alone.
 */
public final class RaceDetector implements Observer {
  /** Races of one execution that are kept: what explains the first is among the next few. */
  private static final int RACES_MAX = 32;

  private final SiteTable sites;
  private final HappensBefore order = new HappensBefore();
  private final Cells cells;
  private final OptimisticReads optimistic = new OptimisticReads(this::report);
  private final LibraryCalls calls;
  private final List<Race> races = new ArrayList<>();
  private @Nullable RaceWatch watch;
  private boolean weak;
  private int learned;

  /** Creates a detector for programs woven with {@code sites}. */
  public RaceDetector(SiteTable sites) {
    this.sites = sites;
    this.cells = new Cells(sites);
    this.calls = new LibraryCalls(this, sites, cells, optimistic);
  }

  /** Forgets the last execution. */
  public void begin() {
    order.clear();
    cells.begin();
    calls.begin();
    optimistic.clear();
    races.clear();
    watch = null;
  }

  /** Lets {@code watch} be told of the accesses of the coming execution. */
  void watch(RaceWatch newWatch) {
    watch = newWatch;
  }

  /** Returns how many sites have become scheduling points so far. */
  public int learned() {
    return learned;
  }

  /** Returns the races of the latest execution, in the order in which they were found. */
  public List<Race> races() {
    return races;
  }

  /**
   * Returns whether any execution so far has used an access mode weaker than volatile, whose
   * effects no order of the threads shows.
   */
  public boolean weakAccesses() {
    return weak;
  }

  void sawWeakAccess() {
    weak = true;
  }

  /** Returns the time of {@code task} by its own clock. */
  int time(Task task) {
    return order.clock(task).get(task.id());
  }

  /** Returns up to which time of task {@code other} all that it did happens before {@code task}. */
  int known(Task task, int other) {
    return order.clock(task).get(other);
  }

  HappensBefore order() {
    return order;
  }

  @Override
  public void access(Task task, @Nullable Object owner, int index, boolean write, int site) {
    Cell cell = cells.at(owner, index, site);
    if (cell == null) {
      return;
    }
    calls.progress(task);
    if (index >= 0) {
      plain(task, cell, owner, index, write, site);
    } else if (sites.isVolatile(site)) {
      synchronize(cell, task, write);
    } else if (sites.isFinal(site)) {
      ofFinal(task, cell, write, site);
    } else {
      plain(task, cell, owner, index, write, site);
    }
  }

  /**
   * Who is handed a finished object finds its final fields without being ordered (JLS 17.5), so
   * that is no race. But an object may be seen before its constructor ends.
   */
  private void ofFinal(Task task, Cell cell, boolean write, int site) {
    VectorClock clock = order.clock(task);
    int self = task.id();
    int time = clock.get(self);
    if (!write) {
      if (cell.writer >= 0 && cell.writer != self && cell.writeTime > clock.get(cell.writer)) {
        learn(cell.writeSite);
        learn(site);
      }
      cell.noteRead(self, time, site, null);
      return;
    }
    for (int reader = 0; reader < cell.readTimes.length; reader++) {
      if (reader != self && cell.readTimes[reader] > clock.get(reader)) {
        learn(cell.readSites[reader]);
        learn(site);
      }
    }
    cell.noteWrite(self, time, site);
  }

  private void synchronize(Cell cell, Task task, boolean write) {
    VectorClock released = cell.released;
    if (write) {
      if (released == null) {
        released = new VectorClock();
        cell.released = released;
      }
      order.give(task, released);
      cell.latest = null;
    } else {
      order.take(task, released);
      order.take(task, cell.latest);
    }
  }

  /** A plain access: it must be ordered with all that conflict with it. */
  void plain(Task task, Cell cell, @Nullable Object owner, int index, boolean write, int site) {
    VectorClock clock = order.clock(task);
    if (watch != null) {
      watch.access(task, site);
    }
    check(cell, clock, task, write, site, owner, index);
    Cell atomic = cell.atomic;
    if (atomic != null) {
      check(atomic, clock, task, write, site, owner, index);
    }
    int time = clock.get(task.id());
    if (write) {
      cell.noteWrite(task.id(), time, site);
    } else {
      cell.noteRead(task.id(), time, site, optimistic.of(task));
    }
  }

  void check(
      Cell cell,
      VectorClock clock,
      Task task,
      boolean write,
      int site,
      @Nullable Object owner,
      int index) {
    int writer = cell.writer;
    int self = task.id();
    if (writer >= 0 && writer != self && cell.writeTime > clock.get(writer)) {
      Race.Access first = new Race.Access(writer, cell.writeSite, true);
      found(
          new Race(first, new Race.Access(self, site, write), owner, index),
          write ? null : optimistic.of(task));
    }
    if (write) {
      for (int reader = 0; reader < cell.readTimes.length; reader++) {
        if (reader != self && cell.readTimes[reader] > clock.get(reader)) {
          Race.Access first = new Race.Access(reader, cell.readSites[reader], false);
          found(
              new Race(first, new Race.Access(self, site, true), owner, index),
              cell.section(reader));
        }
      }
    }
  }

  private void found(Race race, @Nullable OptimisticSection section) {
    learn(race.first().site());
    learn(race.second().site());
    if (section == null || (section.decided && !section.invalid)) {
      report(race);
    } else if (section.race == null) {
      section.race = race;
    }
  }

  private void report(Race race) {
    if (races.size() < RACES_MAX) {
      races.add(race);
      if (watch != null) {
        watch.found(race);
      }
    }
  }

  private void learn(int site) {
    if (!Hooks.visible[site]) {
      Hooks.visible[site] = true;
      learned++;
    }
  }

  // ---- collections that do not synchronize

  @Override
  public void uses(Task task, Object collection, int site) {
    calls.progress(task);
    use(task, collection, task.index(), site);
  }

  private void use(Task task, Object collection, int index, int site) {
    Object base = Outer.collection(collection);
    String type = base.getClass().getName();
    if (!type.startsWith("java.util.") || type.startsWith("java.util.concurrent.")) {
      return; // a collection of the program is woven itself
    }
    if (base instanceof java.util.Vector<?> || base instanceof java.util.Hashtable<?, ?>) {
      order.take(task, order.monitor(base));
      order.give(task, order.monitor(base));
      return;
    }
    String name = sites.get(site).name();
    String descriptor = sites.get(site).descriptor();
    boolean element =
        (name.equals("get") || name.equals("set")) && descriptor.startsWith("(I") && index >= 0;
    Cells.OfCollection known = cells.ofCollection(base);
    boolean changes = !element && CollectionUse.changes(name);
    plain(task, known.structure, base, -1, changes, site);
    if (element) {
      plain(task, known.element(index), base, index, name.equals("set"), site);
    }
  }

  /** What a wrapper of {@code Collections.synchronizedX} does to the collection inside. */
  private final CallRule wrapped =
      new CallRule() {
        @Override
        public boolean before(LibraryCall call) {
          return true;
        }

        @Override
        public void enteredMonitor(LibraryCall call) {
          if (call.state == null) {
            call.state = call;
            use(call.task, call.receiver, call.index, call.site);
          }
        }

        @Override
        public void after(LibraryCall call, @Nullable Object result) {
          enteredMonitor(call); // it holds the monitor already, or the call takes none
        }

        @Override
        public boolean callsBack(String name) {
          return true;
        }
      };

  CallRule wrapped() {
    return wrapped;
  }

  // ---- what orders

  @Override
  public void entered(Task task, Monitor monitor, int site) {
    order.take(task, order.monitor(monitor.object()));
    if (site < 0) {
      calls.enteredMonitor(task);
    } else {
      calls.progress(task);
    }
  }

  @Override
  public void exited(Task task, Monitor monitor) {
    order.give(task, order.monitor(monitor.object()));
  }

  @Override
  public void calls(Task task, @Nullable Object receiver, int site) {
    calls.calls(task, receiver, site);
  }

  @Override
  public void called(Task task, @Nullable Object result, boolean changed, int site) {
    calls.called(task, result, site);
  }

  @Override
  public void gives(Task task, Object key) {
    order.handOver(task, key);
  }

  @Override
  public void takes(Task task, Object key) {
    order.receive(task, key);
  }

  @Override
  public void enteredProgram(Task task) {
    calls.enteredProgram(task);
  }

  @Override
  public void leftProgram(Task task) {
    calls.leftProgram(task);
  }

  @Override
  public void started(Task task, Task child) {
    order.started(task, child);
  }

  @Override
  public void joined(Task task, Task child) {
    order.joined(task, child);
  }

  @Override
  public void interrupts(Task task, Thread target) {
    order.interrupt(task, target);
  }

  @Override
  public void sawInterrupt(Task task, Thread target) {
    order.sawInterrupt(task, target);
  }

  @Override
  public void ended(Task task) {
    calls.progress(task);
    optimistic.ended(task);
  }

  @Override
  public void woke(Task task, Task woken) {}

  @Override
  public void resumed(Task task, Task.State how, @Nullable Object on) {}

  @Override
  public void blocked(Task task, Monitor monitor, int site) {}

  @Override
  public void waits(Task task, Task.State how, @Nullable Object on, long nanos, int site) {}

  @Override
  public void signalled(Task task, Object monitor, int woken, boolean all, int site) {}

  @Override
  public void named(Thread thread, String variable) {}
}
