package heddle.engine;

/**
 * How far an exploration has come.
 *
 * @param phase what it does now, such as {@code exhaustive}
 * @param executions executions so far
 * @param nanos wall-clock time so far, in nanoseconds
 * @param shareExplored estimated share of all interleavings, from 0 to 1; negative when there is no
 *     estimate
 */
public record Progress(String phase, long executions, long nanos, double shareExplored) {}
