package heddle.engine.detect;

import heddle.engine.weave.SiteTable;
import heddle.hooks.Woven;
import java.lang.constant.ClassDesc;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Which variable a call of an atomic class, a field updater or a variable handle accesses. */
final class AtomicTargets {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final Cells cells;
  private final SiteTable sites;
  private final IdentityTable<Integer> fields = new IdentityTable<>();

  private static final int UNKNOWN = -1;
  private static final int ELEMENT = -2;

  /** A variable: its cell, and what it is part of. */
  record Variable(Cell cell, @Nullable Object owner, int index) {}

  AtomicTargets(Cells cells, SiteTable sites) {
    this.cells = cells;
    this.sites = sites;
  }

  void begin() {
    fields.clear();
  }

  static boolean isUpdater(Object object) {
    return object instanceof AtomicIntegerFieldUpdater<?>
        || object instanceof AtomicLongFieldUpdater<?>
        || object instanceof AtomicReferenceFieldUpdater<?, ?>;
  }

  private static boolean isArray(Object object) {
    return object instanceof AtomicIntegerArray
        || object instanceof AtomicLongArray
        || object instanceof AtomicReferenceArray<?>;
  }

  /** Returns what {@code call} accesses; null when there is no such variable. */
  @Nullable Variable of(LibraryCall call) {
    Object receiver = call.receiver;
    if (receiver instanceof VarHandle handle) {
      return ofHandle(handle, call);
    }
    if (isUpdater(receiver)) {
      int field = fields.get(receiver, () -> fieldOfUpdater(receiver, call));
      return call.argument instanceof Woven owner && field >= 0
          ? new Variable(cells.ofField(owner, field), owner, -1)
          : null;
    }
    return isArray(receiver)
        ? new Variable(cells.ofIndexed(receiver, call.index), receiver, call.index)
        : new Variable(cells.ofObject(receiver), receiver, -1);
  }

  private @Nullable Variable ofHandle(VarHandle handle, LibraryCall call) {
    int field = fields.get(handle, () -> fieldOfHandle(handle, call));
    Object owner = call.argument;
    if (field == UNKNOWN) {
      return new Variable(cells.ofObject(handle), handle, -1);
    }
    if (field == ELEMENT) {
      Cell cell = owner == null ? null : cells.ofElement(owner, call.index);
      return cell == null ? null : new Variable(cell, owner, call.index);
    }
    if (handle.coordinateTypes().isEmpty()) {
      return new Variable(cells.ofStatic(field), null, -1);
    }
    return owner instanceof Woven woven
        ? new Variable(cells.ofField(woven, field), owner, -1)
        : null;
  }

  private int fieldOfHandle(VarHandle handle, LibraryCall call) {
    if (handle.coordinateTypes().size() == 2) {
      return ELEMENT;
    }
    return handle
        .describeConstable()
        .map(described -> {
          ClassDesc owner = (ClassDesc) described.bootstrapArgsList().getFirst();
          String name = owner.descriptorString();
          return sites.fieldBeside(
              call.site, name.substring(1, name.length() - 1), described.constantName());
        })
        .orElse(UNKNOWN);
  }

  private int fieldOfUpdater(Object updater, LibraryCall call) {
    Class<?> type = updater.getClass();
    long offset = UNSAFE.getLong(updater, UNSAFE.objectFieldOffset(type, "offset"));
    Class<?> target =
        (Class<?>) UNSAFE.getReference(updater, UNSAFE.objectFieldOffset(type, "tclass"));
    for (Field field : target.getDeclaredFields()) {
      if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())
          && UNSAFE.objectFieldOffset(field) == offset) {
        return sites.fieldBeside(call.site, target.getName().replace('.', '/'), field.getName());
      }
    }
    return UNKNOWN;
  }
}
