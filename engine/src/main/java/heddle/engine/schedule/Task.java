package heddle.engine.schedule;

import heddle.engine.Liberty;
import heddle.hooks.Hooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.ContinuationScope;
import org.jspecify.annotations.Nullable;

/** One thread of the program, in one execution. */
public final class Task {
  static final ContinuationScope SCOPE = new ContinuationScope("heddle");
  static final long NEVER = Long.MAX_VALUE;

  /** The {@link #spinVersion} of a task that is held until what it has read changes. */
  static final long HELD = -2;

  /** The {@link #pendingObject} of a task whose next operation touches nothing that others see. */
  public static final Object NOTHING = new Object();

  /** Why a task does not run. */
  public enum State {
    /** It can go on, unless it wants a monitor that another task is in. */
    RUNNABLE,
    /** In {@code Object.wait}. */
    WAITING,
    /** In {@code LockSupport.park}. */
    PARKED,
    /** In {@code Thread.sleep}, or spinning on the clock. */
    SLEEPING,
    /** In {@code Thread.join}. */
    JOINING,
    /** Waits for the network. */
    POLLING,
    /** Waits for another task to finish initialising a class. */
    INITIALIZING,
    /** Ended. */
    TERMINATED
  }

  final int id;
  final Thread thread;
  final Continuation continuation;
  State state = State.RUNNABLE;

  /** Virtual time at which a timed wait is over; {@link #NEVER} when it is not timed. */
  long deadline = NEVER;

  /** Whether the last timed wait ended by its time-out. */
  boolean timedOut;

  /** Whether the last wait ended by an interrupt that is still to be thrown. */
  boolean interruptedWait;

  /** Whether the last wait ended without any reason. */
  boolean wokeSpuriously;

  /** How often it has taken each liberty; null when none. */
  @Nullable Map<Liberty, Integer> taken;

  /** The permit of {@code LockSupport}. */
  boolean permit;

  /** A monitor to be entered before it can go on. */
  @Nullable Monitor wants;

  /** The monitor in whose wait set it is. */
  @Nullable Monitor waitsOn;

  /** The task whose end it waits for. */
  @Nullable Task joins;

  /** The class whose initialisation it waits for. */
  @Nullable Class<?> initializes;

  /** What it waits for on the network. */
  @Nullable NetworkWait polls;

  /** Whether it works on a parallel stream, so that what that calls back may run beside others. */
  boolean parallel;

  /** How many class initialisers it is in. */
  int initializers;

  /** Runs on to its next scheduling point before any choice is made. */
  boolean eager;

  /** Whether it has been started by the scheduler. */
  boolean entered;

  /**
   * {@link Hooks#version} when it last found that it spins; it can not get on before that changes.
   * -1 when not spinning.
   */
  long spinVersion = -1;

  /** {@link Hooks#version} when it began to spin. */
  long heldVersion;

  /** Where it spins. */
  int spinSite = -1;

  /** Whether the loop does nothing but read, so that without a change it never ends. */
  boolean spinsForEver;

  /** Times that the loop at {@link #spinSite} started over without a change. */
  int spins;

  /** {@link Hooks#version} when the loop at {@link #spinSite} last started over. */
  long loopVersion = -1;

  /** {@link Scheduler#steps} when the loop at {@link #spinSite} last started over. */
  long loopSteps;

  /** Whether it read the clock since its last loop. */
  boolean readClock;

  /** Operations done while it does not run; {@link Hooks#ops} while it does. */
  long ops;

  /** Where it is: the site of its latest operation. */
  int site = -1;

  /**
   * What its next operation touches, for strategies that ask whether operations conflict: an
   * object, {@link #NOTHING}, {@link Receivers#EXECUTORS}, or null when it may be anything.
   */
  @Nullable Object pendingObject = Receivers.EXECUTORS;

  int pendingIndex;
  boolean pendingWrite;

  /** The first reference among the arguments of the call that an observer is told of. */
  @Nullable Object argument;

  /** The first {@code int} among the arguments of the call that an observer is told of. */
  int index;

  /**
   * The number of the task whose thread {@link #pendingObject} is; -1 when that has not started.
   */
  int pendingAbout = -1;

  /**
   * What the library calls that it is in touch, outermost first; kept for strategies that follow.
   */
  final ArrayList<Object> calls = new ArrayList<>(0);

  /** The priority that the strategy gave it. */
  public long priority;

  /**
   * Whether its time-outs are the JDK's own and so long that none is tried before others have done
   * what they can.
   */
  final boolean housekeeping;

  /** Whether time passes nobody by while it can run: it does what is to be done at a moment. */
  boolean urgent;

  final boolean daemon;
  private final boolean ofLibrary;
  private final Host host;

  Task(int id, Thread thread, Scheduler scheduler, Host host) {
    this.id = id;
    this.host = host;
    this.thread = thread;
    this.daemon = thread.isDaemon();
    this.housekeeping = ThreadInternals.isHousekeeping(thread);
    this.ofLibrary = ThreadInternals.isOfLibrary(thread);
    this.continuation = new ProgramContinuation(new Body(scheduler, this));
  }

  /** Returns its number, from 0 in the order of starting. */
  public int id() {
    return id;
  }

  /** Returns the host that it runs on. */
  public Host host() {
    return host;
  }

  /** Returns the program's thread. */
  public Thread thread() {
    return thread;
  }

  /** Returns how many operations it has done. */
  public long operations() {
    return ops;
  }

  /** Returns why it does not run. */
  public State state() {
    return state;
  }

  /** Returns the site of its latest operation; -1 when it has done none. */
  public int site() {
    return site;
  }

  /** Returns the monitor that it is about to enter. */
  public @Nullable Monitor wants() {
    return wants;
  }

  /** Returns the monitor in whose wait set it is. */
  public @Nullable Monitor waitsOn() {
    return waitsOn;
  }

  /** Returns the task whose end it waits for. */
  public @Nullable Task joins() {
    return joins;
  }

  /** Returns what it waits for on the network. */
  public @Nullable NetworkWait polls() {
    return polls;
  }

  /** Returns the class whose initialisation it waits for. */
  public @Nullable Class<?> initializes() {
    return initializes;
  }

  /**
   * Returns whether it is a thread of a library, such as a worker of a pool, that runs code of the
   * program as it comes.
   */
  public boolean isOfLibrary() {
    return ofLibrary;
  }

  /**
   * Returns the first reference among the arguments of the call that an observer is being told of.
   */
  public @Nullable Object argument() {
    return argument;
  }

  /** Returns the first {@code int} among the arguments of that call; 0 when it has none. */
  public int index() {
    return index;
  }

  /** Returns whether it is in a class initialiser. */
  public boolean initializing() {
    return initializers > 0;
  }

  /** Returns whether its last timed wait ended by its time-out. */
  public boolean timedOut() {
    return timedOut;
  }

  /** Returns whether its last wait ended by an interrupt. */
  public boolean wasInterrupted() {
    return interruptedWait;
  }

  /** Returns whether its last wait ended without a notification, a permit or any other reason. */
  public boolean wokeSpuriously() {
    return wokeSpuriously;
  }

  /** Returns whether it lets the program end. */
  public boolean daemon() {
    return daemon;
  }

  /** Returns whether it spins, and where by {@link #spinSite}. */
  public boolean spinning() {
    return state == State.RUNNABLE && spinVersion != -1;
  }

  /** Returns the site of the loop in which it spins. */
  public int spinSite() {
    return spinSite;
  }

  /**
   * Returns the virtual time at which it goes on by itself; {@link Long#MAX_VALUE} when it does
   * not.
   */
  public long deadline() {
    return deadline;
  }

  /** Returns what its next operation touches: see {@link #pendingIndex()}; null for anything. */
  public @Nullable Object pendingObject() {
    return pendingObject;
  }

  /** Returns which part of that object: a field's number or an element; -1 for all of it. */
  public int pendingIndex() {
    return pendingIndex;
  }

  /** Returns whether its next operation changes it. */
  public boolean pendingWrite() {
    return pendingWrite;
  }

  /** Returns the number of the task whose thread its next operation is about; -1 for none. */
  public int pendingAbout() {
    return pendingAbout;
  }

  /** Lets it go on, if it spins: what it has read has changed. */
  public void stopSpinning() {
    spinVersion = -1;
  }

  /** Tells what its next operation touches, as a whole, and that it changes it. */
  void pending(@Nullable Object object) {
    pendingObject = object;
    pendingIndex = -1;
    pendingWrite = true;
  }

  /**
   * Returns whether its next operation and that of {@code other} touch the same thing and one of
   * them changes it.
   */
  @SuppressWarnings("ReferenceEquality") // identity is meant
  public boolean conflictsWith(Task other) {
    return pendingObject != null
        && pendingObject == other.pendingObject
        && pendingIndex == other.pendingIndex
        && (pendingWrite || other.pendingWrite);
  }

  /** Returns its stack, innermost frame first; it must not be running. */
  public StackTraceElement[] stack() {
    return state == State.TERMINATED || !entered
        ? new StackTraceElement[0]
        : continuation.getStackTrace();
  }

  /**
   * Returns the objects that its local variables refer to, innermost frame first. It must be
   * suspended.
   */
  public List<Object> locals() {
    return state == State.TERMINATED || !entered ? List.of() : LiveFrames.locals(continuation);
  }

  boolean canRun() {
    return state == State.RUNNABLE
        && (wants == null || wants.owner == null || wants.owner == this)
        && spinVersion != Hooks.version
        && spinVersion != HELD;
  }

  /** What the continuation runs. A class of its own, not a lambda: to link a lambda runs hooks. */
  private record Body(Scheduler scheduler, Task task) implements Runnable {
    @Override
    public void run() {
      scheduler.runThread(task);
    }
  }

  /**
   * A continuation that tells by its return value, not by an exception, that it could not be
   * suspended.
   */
  private static final class ProgramContinuation extends Continuation {
    ProgramContinuation(Runnable body) {
      super(SCOPE, body);
    }

    @Override
    protected void onPinned(Pinned reason) {
      // Continuation.yield returns false, and the scheduler takes it from there.
    }
  }
}
