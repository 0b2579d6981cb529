package heddle.engine.schedule;

/**
 * What one host runs.
 *
 * @param host the host's name
 * @param main what its {@code main} thread runs
 * @param loader what loads its classes
 */
public record Launch(String host, Runnable main, ClassLoader loader) {}
