package heddle.engine.detect;

import org.jspecify.annotations.Nullable;

/**
 * What calls of one kind of library object order, by what its documentation says under "Memory
 * consistency effects".
 *
 * <p>No other thread runs between the effect of a call and its end, unless the call blocks or calls
 * the program back.
 */
interface CallRule {
  /** The call is about to happen; returns whether its end is of interest. */
  boolean before(LibraryCall call);

  /** The call has returned. */
  default void after(LibraryCall call, @Nullable Object result) {}

  /** The call has ended by an exception, or so it seems: its thread does something else. */
  default void threw(LibraryCall call) {}

  /** The call has entered a monitor of the library's. */
  default void enteredMonitor(LibraryCall call) {}

  /** The library calls the program back. */
  default void entered(LibraryCall call) {}

  /** The program returns to the library. */
  default void left(LibraryCall call) {}

  /** Whether calls may call the program back, so that other calls may lie within them. */
  default boolean callsBack(String name) {
    return false;
  }
}
