package heddle.hooks;

import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * What the engine does at each hook. There is one implementation, so that the JVM can call it
 * directly.
 *
 * <p>Every method is called on the carrier thread of the engine, by the program's thread that is
 * running; the engine's own threads and the JVM's never get here.
 */
public abstract class Controller {
  /** For the one implementation. */
  protected Controller() {}

  /** Returns whether the calling thread belongs to the program under control. */
  public abstract boolean controlsCaller();

  /** Returns whether {@code thread} was started under control. */
  public abstract boolean controls(Thread thread);

  /** A field of {@code owner} (null when static) is about to be read. */
  public abstract void read(@Nullable Object owner, int site);

  /** A field of {@code owner} (null when static) is about to be written. */
  public abstract void write(@Nullable Object owner, int site);

  /** An array element is about to be read. */
  public abstract void readElement(@Nullable Object array, int index, int site);

  /** An array element is about to be written. */
  public abstract void writeElement(@Nullable Object array, int index, int site);

  /** A read is over that found an older value than the newest. */
  public abstract void seen();

  /** The running thread has used up the operations it was given. */
  public abstract void limitReached(int site);

  /** A loop is about to start over. */
  public abstract void loop(int site);

  /** The monitor of {@code object} is about to be entered. */
  public abstract void enter(@Nullable Object object, int site);

  /** The monitor of {@code object} is left. */
  public abstract void exit(@Nullable Object object);

  /** {@code Object.wait}; {@code nanos} is 0 for no time-out. */
  public abstract void await(@Nullable Object object, long nanos, int site)
      throws InterruptedException;

  /** {@code Object.notify} and {@code notifyAll}. */
  public abstract void signal(@Nullable Object object, boolean all, int site);

  /** Returns whether the calling thread is in the monitor of {@code object}. */
  public abstract boolean holds(@Nullable Object object);

  /**
   * A library method that synchronizes is about to be called; {@code argument} and {@code index}
   * are its first reference and its first {@code int}.
   */
  public abstract void call(
      @Nullable Object receiver, @Nullable Object argument, int index, int site);

  /**
   * A collection that does not synchronize is about to be used; {@code index} is the first {@code
   * int} among the arguments.
   */
  public abstract void use(Object collection, int index, int site);

  /** The collection is in the middle of changing itself. */
  public abstract void inside(Object collection);

  /** {@code stream} is about to be printed to, where that is a scheduling point. */
  public abstract void print(@Nullable Object stream, int site);

  /** A library method is about to be called that is no scheduling point. */
  public abstract void pass(int site);

  /**
   * A library method that synchronizes has returned; {@code changed} tells whether it may have
   * changed anything.
   */
  public abstract void called(@Nullable Object result, boolean changed, int site);

  /** Runs the initialiser of {@code type} unless that has happened in this execution. */
  public abstract void initialize(Class<?> type);

  /** A class that has been initialised is used. */
  public void used(Class<?> type) {
    takes(type);
  }

  /**
   * The JDK hands something on by way of {@code key}: what the running thread has done is ordered
   * before what follows {@link #takes} of the same key.
   */
  public abstract void gives(Object key);

  /** The JDK receives what was handed on by way of {@code key}. */
  public abstract void takes(Object key);

  /** The running thread learns that {@code thread} was interrupted. */
  public abstract void sawInterrupt(Thread thread);

  /**
   * Runs the initialiser of {@code type}, which was found by name or is used by reflection, unless
   * that has happened in this execution. It need not be a class of the program.
   */
  public abstract void found(Class<?> type);

  /** Enters code of the program from a library. */
  public abstract void entered();

  /** Leaves code of the program to a library. */
  public abstract void left();

  /** Whether the calling thread works on a parallel stream from now on. */
  public abstract void parallel(boolean parallel);

  /** {@code LockSupport.park}. */
  public abstract void park(boolean absolute, long time);

  /** {@code LockSupport.unpark}. */
  public abstract void unpark(Thread thread);

  /** {@code Thread.start}. */
  public abstract void start(Thread thread);

  /** {@code Thread.join}; returns whether {@code thread} ended. */
  public abstract boolean join(Thread thread, long nanos) throws InterruptedException;

  /** {@code Thread.sleep}. */
  public abstract void sleep(long nanos) throws InterruptedException;

  /** {@code Thread.yield} and {@code Thread.onSpinWait}. */
  public abstract void yieldNow();

  /** {@code Thread.interrupt}; the flag is set already. */
  public abstract void interrupted(Thread thread);

  /** {@code Thread.isAlive}. */
  public abstract boolean isAlive(Thread thread);

  /** {@code Thread.getState}. */
  public abstract Thread.State state(Thread thread);

  /** {@code System.nanoTime}. */
  public abstract long nanoTime();

  /** {@code System.currentTimeMillis}. */
  public abstract long currentTimeMillis();

  /** The common pool of this execution. */
  public abstract ForkJoinPool commonPool();

  /** {@code System.identityHashCode}. */
  public abstract int identityHashCode(Object object);

  /** Keeps {@code object} reachable to the end of the execution. */
  public abstract void keep(Object object);

  /** A number to seed a random generator with. */
  public abstract long seed();

  /** {@code System.exit} and {@code Runtime.halt}. */
  public abstract void exit(int status, boolean runHooks, int site);

  /** {@code Runtime.addShutdownHook}. */
  public abstract void addShutdownHook(Thread hook);

  /** {@code Runtime.removeShutdownHook}. */
  public abstract boolean removeShutdownHook(Thread hook);

  /** Something is about to be done that can not be controlled. */
  public abstract void escape(int site);

  /** Gives {@code thread} a name for people, taken from the variable that holds it. */
  public abstract void named(@Nullable Object thread, String variable);

  /** A stack trace without the engine's frames. */
  public abstract StackTraceElement[] visible(StackTraceElement[] frames);
}
