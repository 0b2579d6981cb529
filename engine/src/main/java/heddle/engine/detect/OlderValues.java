package heddle.engine.detect;

import heddle.engine.schedule.Shadow;
import heddle.engine.schedule.StaleReads;
import heddle.engine.schedule.Task;
import heddle.engine.weave.Site;
import heddle.engine.weave.SiteTable;
import heddle.hooks.Woven;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last few values of each plain field and array element, with who wrote them and when. A
 * read may find any value that is not overwritten by a write that happens before the read (JLS
 * 17.4.5). What happens before what is known by the race detector's clocks.
 *
 * <p>Two reads of one variable by one thread may find the newer value first: the memory model gives
 * plain variables no coherence. Values that are written later are never found, so what compilers do
 * by moving writes before reads (both threads of load buffering reading 1) is not explored. Final
 * fields, volatile fields and accesses through {@code VarHandle} or the atomics find the newest
 * value always; what class initialisers wrote counts as known to all. A {@code long} is not torn.
 */
public final class OlderValues implements StaleReads {
  /** Older values kept of one variable. */
  private static final int OLDER_MAX = 3;

  /** How often in a row a thread may be asked at one place whether it stays with an old value. */
  private static final int STAYS_MAX = 2;

  private static final int EVERYONE = -1;

  private final SiteTable sites;
  private final Memory memory;
  private final RaceDetector detector;
  private IdentityTable<Map<Integer, Variable>> arrays = new IdentityTable<>();
  private Map<Integer, Variable> statics = new HashMap<>();
  private int execution;
  private @Nullable Variable unsettled;
  private @Nullable Variable replaced;
  private final List<Version> candidates = new ArrayList<>();

  /** For programs woven with {@code sites} whose realms {@code loaders} give the loaders of. */
  public OlderValues(SiteTable sites, IntFunction<ClassLoader> loaders, RaceDetector detector) {
    this.sites = sites;
    this.memory = new Memory(sites, loaders);
    this.detector = detector;
  }

  /**
   * One value of a variable.
   *
   * @param value what it is; unknown while it is the newest
   * @param writer number of the task that wrote it
   * @param time when, by that task's clock
   */
  private record Version(@Nullable Object value, int writer, int time) {
    Version with(@Nullable Object known) {
      return new Version(known, writer, time);
    }
  }

  /** One variable and its values. */
  private static final class Variable {
    final @Nullable Object owner;
    final int index;
    final Site site;

    /** Oldest first, the newest last. */
    final List<Version> versions = new ArrayList<>();

    /** By task, which old value it read last, where, and how often in a row. */
    final Map<Integer, Stay> stays = new HashMap<>();

    Variable(@Nullable Object owner, int index, Site site) {
      this.owner = owner;
      this.index = index;
      this.site = site;
    }
  }

  private record Stay(Version version, int site, int times) {}

  /** The variables of one object in one execution. */
  private record Fields(Object owner, int execution, Map<Integer, Variable> variables) {}

  /** Forgets the last execution. */
  public void begin() {
    execution++;
    arrays = new IdentityTable<>();
    statics = new HashMap<>();
    unsettled = null;
    replaced = null;
  }

  private @Nullable Object value(Variable variable) {
    Object owner = variable.owner;
    return variable.index >= 0 && owner != null
        ? Memory.element(owner, variable.index)
        : memory.field(owner, variable.site);
  }

  private void put(Variable variable, @Nullable Object value) {
    Object owner = variable.owner;
    if (variable.index >= 0 && owner != null) {
      java.lang.reflect.Array.set(owner, variable.index, value);
    } else {
      memory.write(owner, variable.site, value);
    }
  }

  @Override
  public void settle() {
    Variable variable = unsettled;
    if (variable != null) {
      unsettled = null;
      variable.versions.add(variable.versions.removeLast().with(value(variable)));
    }
  }

  @Override
  public void writes(Task task, @Nullable Object owner, int index, int site) {
    settle();
    Variable variable = variable(task, owner, index, site);
    if (variable == null) {
      return;
    }
    known(variable);
    variable.versions.add(new Version(null, task.id(), detector.time(task)));
    if (variable.versions.size() > OLDER_MAX + 1) {
      variable.versions.removeFirst();
    }
    unsettled = variable;
  }

  /**
   * Makes sure that the newest version is what memory holds: something else may have written it,
   * such as a library, and then nothing is known of the order.
   */
  private void known(Variable variable) {
    Object held = value(variable);
    List<Version> versions = variable.versions;
    if (versions.isEmpty() || !same(versions.getLast().value(), held)) {
      versions.clear();
      versions.add(new Version(held, EVERYONE, 0));
    }
  }

  @SuppressWarnings("ReferenceEquality") // objects of the program are not to be asked
  private static boolean same(@Nullable Object one, @Nullable Object other) {
    boolean boxed = one instanceof Number || one instanceof Character || one instanceof Boolean;
    return one == other || (boxed && Objects.equals(one, other));
  }

  @Override
  public int values(Task task, @Nullable Object owner, int index, int site) {
    settle();
    candidates.clear();
    Variable variable = variable(task, owner, index, site);
    replaced = variable;
    if (variable == null || variable.versions.isEmpty()) {
      return 1;
    }
    known(variable);
    for (Version version : variable.versions.reversed()) {
      if (candidates.stream().noneMatch(other -> same(other.value(), version.value()))) {
        candidates.add(version);
      }
      boolean before =
          version.writer() == EVERYONE || version.time() <= detector.known(task, version.writer());
      if (before) {
        break;
      }
    }
    return candidates.size();
  }

  @Override
  public int stays(Task task) {
    Variable variable = replaced;
    Stay stay = variable == null ? null : variable.stays.get(task.id());
    if (stay == null || stay.site() != task.site() || stay.times() < STAYS_MAX) {
      return -1;
    }
    return candidates.indexOf(stay.version());
  }

  @Override
  public void choose(Task task, int choice) {
    Variable variable = Objects.requireNonNull(replaced);
    Version version = candidates.get(choice);
    Stay before = variable.stays.get(task.id());
    boolean again =
        before != null && before.site() == task.site() && before.version().equals(version);
    variable.stays.put(
        task.id(),
        new Stay(version, task.site(), again && before != null ? before.times() + 1 : 0));
    put(variable, version.value());
  }

  @Override
  public void restore() {
    put(Objects.requireNonNull(replaced), candidates.getFirst().value());
  }

  private @Nullable Variable variable(Task task, @Nullable Object owner, int index, int number) {
    Site site = sites.get(number);
    if (task.initializing() || (index < 0 && (site.fixed() || sites.isVolatile(number)))) {
      return null;
    }
    if (index >= 0) {
      return owner == null || index >= java.lang.reflect.Array.getLength(owner)
          ? null
          : arrays
              .get(owner, HashMap::new)
              .computeIfAbsent(index, _ -> new Variable(owner, index, site));
    }
    int field = sites.field(number);
    if (site.isStatic()) {
      return statics.computeIfAbsent(field, _ -> new Variable(null, -1, site));
    }
    return owner instanceof Woven woven
        ? fields(woven).computeIfAbsent(field, _ -> new Variable(owner, -1, site))
        : null;
  }

  @SuppressWarnings("ReferenceEquality") // a clone begins with the notes of its original
  private Map<Integer, Variable> fields(Woven owner) {
    Shadow shadow = Shadow.of(owner);
    if (shadow.versions instanceof Fields known
        && known.execution() == execution
        && known.owner() == owner) {
      return known.variables();
    }
    Fields fresh = new Fields(owner, execution, new HashMap<>());
    shadow.versions = fresh;
    return fresh.variables();
  }
}
