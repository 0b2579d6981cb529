package heddle.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * One host in one execution: what each JVM has once, and the threads of which keep it up. A program
 * that names no hosts runs on one.
 *
 * <p>Confined to the carrier thread.
 */
public final class Host {
  final int number;
  private final String name;

  /** What stands before the names of its threads and static fields. */
  private final String prefix;

  final List<Thread> shutdownHooks = new ArrayList<>(0);
  @Nullable ForkJoinPool commonPool;

  /** Threads that have not ended and keep it up. */
  int nonDaemons;

  /** Whether it runs: it was started, has not come to its end and was not stopped. */
  boolean up = true;

  Host(int number, String name, boolean alone) {
    this.number = number;
    this.name = name;
    this.prefix = alone ? "" : name + "/";
  }

  /** Returns its number, from 0 in the order in which hosts were added. */
  public int number() {
    return number;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns whether it runs. */
  public boolean up() {
    return up;
  }

  /** Returns what stands before the names of its threads: empty where there is one host. */
  public String prefix() {
    return prefix;
  }
}
