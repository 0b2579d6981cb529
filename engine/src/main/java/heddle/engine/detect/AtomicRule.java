package heddle.engine.detect;

import heddle.engine.schedule.Task;
import heddle.hooks.Woven;
import java.lang.invoke.VarHandle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Accesses by atomic classes, field updaters and variable handles. Their memory effects are those
 * of the access mode ({@link VarHandle}): volatile as by JLS 17.4.4, acquire and release from the
 * write that is read, opaque and plain none.
 */
final class AtomicRule implements CallRule {
  private enum Mode {
    PLAIN,
    OPAQUE,
    RELEASE_ACQUIRE,
    VOLATILE
  }

  private final RaceDetector detector;
  private final AtomicTargets targets;
  private final boolean reads;
  private final boolean writes;
  private final boolean conditional;
  private final Mode readMode;
  private final Mode writeMode;

  /**
   * For calls of {@code name}; {@code handle}: of a variable handle, where get and set are plain.
   */
  AtomicRule(RaceDetector detector, AtomicTargets targets, String name, boolean handle) {
    this.detector = detector;
    this.targets = targets;
    this.writes = !isRead(name);
    this.reads = !writes || !(name.startsWith("set") || name.equals("lazySet"));
    this.conditional =
        name.startsWith("compareAndSet")
            || name.startsWith("weakCompareAndSet")
            || name.equals("attemptMark")
            || name.equals("attemptStamp");
    boolean update = reads && writes;
    Mode plain = update ? Mode.OPAQUE : Mode.PLAIN;
    if (name.endsWith("Plain")
        || (handle && (name.equals("get") || name.equals("set")))
        || (!handle && name.equals("weakCompareAndSet"))) {
      readMode = plain;
      writeMode = plain;
    } else if (name.endsWith("Opaque")) {
      readMode = Mode.OPAQUE;
      writeMode = Mode.OPAQUE;
    } else if (name.endsWith("Acquire")) {
      readMode = Mode.RELEASE_ACQUIRE;
      writeMode = Mode.OPAQUE;
    } else if (name.endsWith("Release") || name.equals("lazySet")) {
      readMode = Mode.OPAQUE;
      writeMode = Mode.RELEASE_ACQUIRE;
    } else {
      readMode = Mode.VOLATILE;
      writeMode = Mode.VOLATILE;
    }
  }

  private static boolean isRead(String name) {
    return (name.startsWith("get") && !name.startsWith("getAnd"))
        || name.startsWith("is")
        || name.endsWith("Value")
        || name.equals("sum")
        || name.equals("length")
        || name.toLowerCase(Locale.ROOT).contains("string");
  }

  @Override
  public boolean before(LibraryCall call) {
    if (readMode != Mode.VOLATILE || writeMode != Mode.VOLATILE) {
      detector.sawWeakAccess();
    }
    if (writes && !reads) {
      access(call, false, true); // it neither blocks nor calls back
      return false;
    }
    return true;
  }

  @Override
  public void after(LibraryCall call, @Nullable Object result) {
    access(call, reads, writes && !(conditional && Boolean.FALSE.equals(result)));
  }

  @Override
  public boolean callsBack(String name) {
    return name.contains("pdate") || name.contains("ccumulate");
  }

  private void access(LibraryCall call, boolean read, boolean write) {
    AtomicTargets.Variable variable = targets.of(call);
    if (variable == null) {
      return;
    }
    Cell cell = variable.cell();
    Task task = call.task;
    VectorClock clock = detector.order().clock(task);
    if (readMode == Mode.PLAIN) {
      detector.plain(task, cell, variable.owner(), variable.index(), write, call.site);
      cell.latest = write ? null : cell.latest;
      return;
    }
    detector.check(cell, clock, task, write, call.site, variable.owner(), variable.index());
    if (read && readMode != Mode.OPAQUE) {
      join(clock, cell.released);
      join(clock, cell.latest);
    }
    Cell atomic = cell.atomically();
    int time = clock.get(task.id());
    if (write) {
      atomic.noteWrite(task.id(), time, call.site);
      release(cell, clock, read);
      if (writeMode != Mode.OPAQUE) {
        clock.tick(task.id());
      }
    } else {
      atomic.noteRead(task.id(), time, call.site, null);
    }
  }

  /** A write makes known what its thread knows; one that updates passes on what it has replaced. */
  private void release(Cell cell, VectorClock clock, boolean update) {
    if (writeMode == Mode.VOLATILE) {
      VectorClock released = cell.released;
      if (released == null) {
        released = new VectorClock();
        cell.released = released;
      }
      released.join(clock);
    } else if (writeMode == Mode.RELEASE_ACQUIRE) {
      VectorClock made = clock.copy();
      join(made, update ? cell.latest : null);
      cell.latest = made;
      return;
    }
    cell.latest = update ? cell.latest : null;
  }

  private static void join(VectorClock clock, @Nullable VectorClock other) {
    if (other != null) {
      clock.join(other);
    }
  }

  /** Returns whether {@code object} is an object of the program whose fields have cells. */
  static boolean isWoven(@Nullable Object object) {
    return object instanceof Woven;
  }
}
