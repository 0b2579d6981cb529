package heddle.engine.detect;

import heddle.engine.schedule.Task;
import heddle.engine.weave.SiteTable;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/** The library calls that threads are in, each with the rule of what it orders. */
final class LibraryCalls {
  /** Calls that a thread may seem to be in; older ones have ended by exceptions. */
  private static final int OPEN_MAX = 64;

  /** Orders nothing. */
  private static final CallRule NONE = _ -> false;

  private final RaceDetector detector;
  private final SiteTable sites;
  private final AtomicTargets targets;
  private final LockRules locks;
  private final SynchronizerRules synchronizers;
  private final CollectionRules collections;
  private final Map<String, CallRule> atomics = new HashMap<>();
  private final List<List<LibraryCall>> open = new ArrayList<>();
  private @Nullable Known[] knownRules = new Known[64];

  LibraryCalls(RaceDetector detector, SiteTable sites, Cells cells, OptimisticReads optimistic) {
    this.detector = detector;
    this.sites = sites;
    this.targets = new AtomicTargets(cells, sites);
    this.locks = new LockRules(detector.order(), optimistic);
    this.synchronizers = new SynchronizerRules(detector.order());
    this.collections = new CollectionRules(detector.order());
  }

  void begin() {
    open.clear();
    targets.begin();
    locks.begin();
    synchronizers.begin();
    collections.begin();
  }

  private List<LibraryCall> of(Task task) {
    while (open.size() <= task.id()) {
      open.add(new ArrayList<>());
    }
    return open.get(task.id());
  }

  /** {@code task} does something: calls that can not have called it back have ended. */
  void progress(Task task) {
    if (task.id() >= open.size()) {
      return;
    }
    List<LibraryCall> calls = open.get(task.id());
    while (!calls.isEmpty() && !calls.getLast().rule.callsBack(calls.getLast().name)) {
      LibraryCall ended = calls.removeLast();
      ended.rule.threw(ended);
    }
  }

  void calls(Task task, @Nullable Object receiver, int site) {
    progress(task);
    if (receiver == null || site < 0) {
      return;
    }
    String name = sites.get(site).name();
    CallRule rule = rule(receiver, site, name);
    LibraryCall call = new LibraryCall(task, receiver, site, name, rule);
    if (rule.before(call)) {
      List<LibraryCall> calls = of(task);
      if (calls.size() == OPEN_MAX) {
        calls.removeFirst();
      }
      calls.add(call);
    }
  }

  void called(Task task, @Nullable Object result, int site) {
    List<LibraryCall> calls = of(task);
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).site == site) {
        LibraryCall call = calls.get(i);
        calls.subList(i, calls.size()).clear();
        call.rule.after(call, result);
        return;
      }
    }
  }

  void enteredProgram(Task task) {
    List<LibraryCall> calls = of(task);
    if (!calls.isEmpty()) {
      LibraryCall call = calls.getLast();
      call.calledBack = true;
      call.rule.entered(call);
    }
  }

  void leftProgram(Task task) {
    List<LibraryCall> calls = of(task);
    if (!calls.isEmpty()) {
      calls.getLast().rule.left(calls.getLast());
    }
  }

  void enteredMonitor(Task task) {
    List<LibraryCall> calls = of(task);
    if (!calls.isEmpty()) {
      calls.getLast().rule.enteredMonitor(calls.getLast());
    }
  }

  /** The rule of the latest call at a site: that of all receivers of one class. */
  private record Known(Class<?> type, CallRule rule) {}

  private CallRule rule(Object receiver, int site, String name) {
    if (site >= knownRules.length) {
      knownRules = Arrays.copyOf(knownRules, Math.max(site + 1, knownRules.length * 2));
    }
    Known known = knownRules[site];
    if (known == null || known.type() != receiver.getClass()) {
      known = new Known(receiver.getClass(), find(receiver, name));
      knownRules[site] = known;
    }
    return known.rule();
  }

  private CallRule find(Object receiver, String name) {
    String type = receiver.getClass().getName();
    if (receiver instanceof VarHandle) {
      return atomic(name, true);
    }
    if (AtomicTargets.isUpdater(receiver) || type.startsWith("java.util.concurrent.atomic.")) {
      return atomic(name, false);
    }
    return switch (receiver) {
      case Thread _ -> synchronizers.thread;
      case Semaphore _ -> synchronizers.semaphore;
      case CountDownLatch _ -> synchronizers.latch;
      case CyclicBarrier _ -> synchronizers.barrier;
      case Phaser _ -> synchronizers.phaser;
      case Exchanger<?> _ -> synchronizers.exchanger;
      case StampedLock _ -> locks.stamped;
      case AbstractQueuedSynchronizer _, AbstractQueuedLongSynchronizer _ ->
          name.endsWith("State") ? atomic(name, false) : NONE;
      case Condition _ when !AtomicRule.isWoven(receiver) -> locks.condition;
      case Lock _ when type.startsWith("java.") || hasSync(receiver) -> locks.of(receiver);
      case CompletionService<?> _ -> collections.completions;
      case Vector<?> _, Hashtable<?, ?> _, StringBuffer _ -> synchronizers.monitor;
      default -> collection(receiver, type);
    };
  }

  /** Whether it is a lock of the program that extends one of the JDK's. */
  private static boolean hasSync(Object lock) {
    return Outer.field(lock, "sync") instanceof AbstractQueuedSynchronizer;
  }

  private CallRule collection(Object receiver, String type) {
    if (type.startsWith("java.util.Collections$Synchronized")) {
      return detector.wrapped();
    }
    boolean collection =
        receiver instanceof java.util.Collection<?>
            || receiver instanceof java.util.Map<?, ?>
            || receiver instanceof java.util.Iterator<?>
            || receiver instanceof java.util.Enumeration<?>;
    if (!type.startsWith("java.util.concurrent.") || !collection) {
      return NONE;
    }
    if (receiver instanceof ConcurrentMap<?, ?>) {
      return collections.map;
    }
    return receiver instanceof java.util.Set<?> ? collections.set : collections.queue;
  }

  private CallRule atomic(String name, boolean handle) {
    return atomics.computeIfAbsent(
        handle + name, _ -> new AtomicRule(detector, targets, name, handle));
  }
}
