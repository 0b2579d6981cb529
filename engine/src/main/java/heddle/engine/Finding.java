package heddle.engine;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a program, shown by one execution.
 *
 * <p>{@link #title} and {@link #explanation} are the words that every front end prints.
 */
public sealed interface Finding {
  /** Returns the finding in a few words, such as {@code lost update on Counter.value}. */
  String title();

  /** Returns one to three sentences that say how it came about, in the words of the program. */
  String explanation();

  /** Returns the cause by its name, where the execution proves it. */
  default Optional<Cause> cause() {
    return Optional.empty();
  }

  /**
   * An exception that no one caught, a failed {@code assert} among them.
   *
   * @param thread name of the thread that died of it
   * @param type binary name of the exception's class
   * @param message the exception's message; empty when it has none
   * @param place where it was thrown
   * @param stack the program's frames, innermost first
   */
  record Failure(
      String title,
      String explanation,
      String thread,
      String type,
      String message,
      Place place,
      List<String> stack,
      Optional<Cause> cause)
      implements Finding {
    /** Without a named cause. */
    public Failure(
        String title,
        String explanation,
        String thread,
        String type,
        String message,
        Place place,
        List<String> stack) {
      this(title, explanation, thread, type, message, place, stack, Optional.empty());
    }
  }

  /**
   * Two updates of one variable of which only the later one is left.
   *
   * @param variable the variable, such as {@code Counter.value}
   * @param failure what the program noticed of it
   */
  record LostUpdate(String title, String explanation, String variable, Failure failure)
      implements Finding {}

  /**
   * Threads that wait for each other, or for something that no one is left to do.
   *
   * @param waits who waits for what; the threads of the cycle first, in its order
   * @param cycle how many of {@code waits} form the cycle; 0 when there is none
   */
  record Deadlock(
      String title, String explanation, List<Wait> waits, int cycle, Optional<Cause> cause)
      implements Finding {
    /** Without a named cause. */
    public Deadlock(String title, String explanation, List<Wait> waits, int cycle) {
      this(title, explanation, waits, cycle, Optional.empty());
    }
  }

  /**
   * A thread that would keep the program from ending for ever, such as a worker of a pool never
   * shut down.
   */
  record NeverEnds(String title, String explanation, List<Wait> waits, Optional<Cause> cause)
      implements Finding {
    /** Without a named cause. */
    public NeverEnds(String title, String explanation, List<Wait> waits) {
      this(title, explanation, waits, Optional.empty());
    }
  }

  /**
   * Threads that spin without any hope of progress.
   *
   * @param loops who spins, and where
   */
  record Livelock(String title, String explanation, List<Wait> loops) implements Finding {}

  /**
   * Two accesses to one variable, not both of them reads, that nothing orders (JLS 17.4.5): what
   * either of them sees or leaves behind is not defined by the order of the threads alone.
   *
   * @param kind what sort of race it is, where that is certain
   * @param variable the variable, such as {@code Counter.value}, or the collection
   * @param first the earlier access in the execution that shows it
   * @param second the later one
   */
  record DataRace(
      String title, String explanation, RaceKind kind, String variable, Access first, Access second)
      implements Finding {}

  /** The sorts of data races that have names of their own. */
  enum RaceKind {
    /** Any other. */
    PLAIN,
    /** A reference to a new object is handed over by a race, and then its fields are read. */
    UNSAFE_PUBLICATION,
    /** A field is tested without the lock under which it is set, and it is not volatile. */
    DOUBLE_CHECKED_LOCKING,
    /** A collection that does not synchronize is used by several threads at once. */
    COLLECTION
  }

  /**
   * One of the two accesses of a data race.
   *
   * @param thread name of the thread
   * @param place the source line
   * @param write whether it writes
   * @param step its number in the trace, from 1; 0 when it is not there
   * @param stack the program's frames, innermost first
   */
  record Access(String thread, Place place, boolean write, int step, List<String> stack) {
    /** Copies the stack. */
    public Access {
      stack = List.copyOf(stack);
    }
  }

  /**
   * The program left with a status other than 0.
   *
   * @param status the status given to {@code System.exit}
   */
  record NonZeroExit(
      String title,
      String explanation,
      String thread,
      int status,
      Place place,
      Optional<Cause> cause)
      implements Finding {
    /** Without a named cause. */
    public NonZeroExit(String title, String explanation, String thread, int status, Place place) {
      this(title, explanation, thread, status, place, Optional.empty());
    }
  }

  /**
   * An execution that did not end within the bound.
   *
   * @param steps the bound
   * @param place the loop that used it up
   */
  record StepBound(
      String title,
      String explanation,
      String thread,
      long steps,
      Place place,
      Optional<Cause> cause)
      implements Finding {
    /** Without a named cause. */
    public StepBound(String title, String explanation, String thread, long steps, Place place) {
      this(title, explanation, thread, steps, place, Optional.empty());
    }
  }

  /**
   * One thread's part in a deadlock.
   *
   * @param thread name of the thread
   * @param waitsFor what it waits for, such as {@code lock2} or {@code the end of worker-1}
   * @param place where it waits
   * @param owner name of the thread that holds it; empty when no one does
   * @param holds the locks that the thread holds, each with the place where it took it
   */
  record Wait(String thread, String waitsFor, Place place, String owner, List<Held> holds) {}

  /** A lock that a thread holds, and where it took it. */
  record Held(String lock, Place place) {}
}
