package heddle.engine.schedule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Initialises the program's classes by the procedure of JLS 12.4.2, and sets them back between
 * executions.
 *
 * <p>Weaving has turned their initialisers into ordinary static methods, because the JVM can not
 * suspend a thread in a real one; so their order, their locks and the deadlocks between them are
 * explored like everything else.
 */
public final class ClassInitializers {
  private enum Phase {
    NONE,
    RUNNING,
    DONE,
    FAILED
  }

  private static final class Entry {
    final Class<?> type;
    final MethodHandle initializer;
    final MethodHandle reset;
    Phase phase = Phase.NONE;
    @Nullable Task by;

    /** The class of the same name that another loader has loaded. */
    @Nullable Entry other;

    Entry(Class<?> type, MethodHandle initializer, MethodHandle reset) {
      this.type = type;
      this.initializer = initializer;
      this.reset = reset;
    }
  }

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<Class<?>, Class<?>> owners = new HashMap<>();
  private final List<Entry> touched = new ArrayList<>();
  private final List<MethodHandle> resets = new ArrayList<>();
  private @Nullable Scheduler scheduler;

  /** Creates an empty set. */
  public ClassInitializers() {}

  void connect(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  private Scheduler scheduler() {
    Scheduler connected = scheduler;
    if (connected == null) {
      throw new IllegalStateException("not connected");
    }
    return connected;
  }

  /**
   * A woven class without initialiser, but with static fields, was loaded; {@code reset} sets them
   * to their defaults.
   */
  public void loaded(MethodHandle reset) {
    resets.add(reset);
  }

  /** Sets all classes back to the state of not being initialised. */
  void reset() {
    for (Entry entry : touched) {
      entry.phase = Phase.NONE;
      entry.by = null;
      invoke(entry.reset);
    }
    touched.clear();
    for (MethodHandle reset : resets) {
      invoke(reset);
    }
  }

  /** Forgets all classes: those of the next execution are others. */
  public void forget() {
    entries.clear();
    owners.clear();
    touched.clear();
    resets.clear();
  }

  private static void invoke(MethodHandle method) {
    try {
      method.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Initialises {@code type} unless that has been done; waits while another task does it. */
  void initialize(Class<?> type) {
    Scheduler connected = scheduler();
    Task self = connected.running();
    Entry entry = entry(type);
    if (entry.by == self) {
      return;
    }
    // The initialisation lock of a class (JLS 12.4.2) is taken like any other; and whoever uses the
    // class afterwards does not report that, so it may matter to anyone.
    self.pending(null);
    connected.point();
    while (entry.phase == Phase.RUNNING) {
      self.state = Task.State.INITIALIZING;
      self.initializes = type;
      connected.block();
      self.initializes = null;
    }
    Observer observer = connected.observer();
    if (observer != null) {
      observer.takes(self, type);
    }
    switch (entry.phase) {
      case RUNNING, DONE -> {}
      case FAILED -> throw new NoClassDefFoundError("Could not initialize class " + type.getName());
      case NONE -> run(connected, self, entry);
    }
  }

  /**
   * Initialises {@code type}, whose initialiser need not be a woven one: it was found by its name
   * or is used by reflection.
   */
  void initializeFound(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || !"program".equals(loader.getName())) {
      return;
    }
    Class<?> owner = owners.computeIfAbsent(type, ClassInitializers::ownerOfInitializer);
    if (!owner.equals(Object.class)) {
      initialize(owner);
    }
  }

  /** Returns the class whose initialiser is to run before {@code type} is used, or Object. */
  private static Class<?> ownerOfInitializer(Class<?> type) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle initializer =
          lookup.findStatic(type, "heddle$initialize", MethodType.methodType(void.class));
      return lookup.revealDirect(initializer).getDeclaringClass();
    } catch (NoSuchMethodException e) {
      return Object.class; // neither it nor a superclass has one
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(Scheduler connected, Task self, Entry entry) {
    entry.phase = Phase.RUNNING;
    entry.by = self;
    touched.add(entry);
    Throwable failure = null;
    self.initializers++;
    try {
      entry.initializer.invokeExact();
    } catch (Throwable e) {
      failure = e;
    }
    self.initializers--;
    if (failure instanceof Abandoned abandoned) {
      throw abandoned;
    }
    Observer observer = connected.observer();
    if (observer != null) {
      observer.gives(self, entry.type);
    }
    entry.phase = failure == null ? Phase.DONE : Phase.FAILED;
    entry.by = null;
    for (Task task : connected.tasks()) {
      if (task.state == Task.State.INITIALIZING && task.initializes == entry.type) {
        connected.wake(task, false);
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw new ExceptionInInitializerError(failure);
    }
  }

  /** Returns the task that initialises {@code type} now. */
  public @Nullable Task initializerOf(Class<?> type) {
    Entry entry = known(type);
    return entry == null ? null : entry.by;
  }

  private @Nullable Entry known(Class<?> type) {
    Entry entry = entries.get(type.getName());
    while (entry != null && !entry.type.equals(type)) {
      entry = entry.other;
    }
    return entry;
  }

  private Entry entry(Class<?> type) {
    Entry entry = known(type);
    if (entry == null) {
      try {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        MethodType none = MethodType.methodType(void.class);
        entry =
            new Entry(
                type,
                lookup.findStatic(type, "heddle$initialize", none),
                lookup.findStatic(type, "heddle$reset", none));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      entry.other = entries.put(type.getName(), entry);
    }
    return entry;
  }
}
