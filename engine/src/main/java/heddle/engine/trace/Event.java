package heddle.engine.trace;

import heddle.engine.Place;

/**
 * An operation that happened.
 *
 * @param step position in the execution, from 1; consecutive
 * @param thread number of the thread that did it, an index into {@link Trace#threads}
 * @param nanos virtual time since the start of the execution, in nanoseconds
 * @param operation what happened
 * @param place the source line
 */
public record Event(int step, int thread, long nanos, Operation operation, Place place) {}
