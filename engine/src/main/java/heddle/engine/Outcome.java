package heddle.engine;

/**
 * What executions came to, as far as it can be seen from outside: what was printed, and how it
 * ended.
 *
 * @param output what was printed, cut after some thousand characters
 * @param failure how it failed, in a few words such as {@code deadlock: Ann and Bob}; empty when it
 *     passed
 * @param count how many executions came to this; of the interleavings when all were executed
 * @param schedule a schedule that leads to it
 */
public record Outcome(String output, String failure, long count, Schedule schedule) {}
