package heddle.hooks;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the classes of {@code heddle.simulation} ask of the engine. There is one implementation; it
 * is called on the carrier thread of the engine by the program's thread that is running. Hosts are
 * named by their numbers.
 */
public abstract class HostCalls {
  /** The engine that runs the program; null before there is one. */
  public static @Nullable HostCalls engine;

  /** For the one implementation. */
  protected HostCalls() {}

  /**
   * Adds a host and starts {@code main} on it.
   *
   * @throws IllegalArgumentException when there is a host of that name, or none can be called that
   */
  public abstract int add(String name, Runnable main);

  /** The same with a class that is loaded anew for the host, and again at each start. */
  public abstract int add(String name, String mainClass, List<String> arguments);

  /** Returns the number of the host that the calling thread runs on. */
  public abstract int here();

  /** Returns the name of a host. */
  public abstract String name(int host);

  /** Returns the address by which others reach a host. */
  public abstract InetAddress address(int host);

  /** Returns whether a host runs. */
  public abstract boolean isUp(int host);

  /** Ends a host as a loss of power does. */
  public abstract void crash(int host);

  /** Ends the process of a host; the system gives its sockets back. */
  public abstract void stop(int host);

  /** Starts again a host that does not run. */
  public abstract void restart(int host);

  /** Waits until a host does not run; {@code nanos} is the time-out, 0 for none. */
  public abstract boolean await(int host, long nanos) throws InterruptedException;

  /** Cuts the link between two hosts, or repairs it. */
  public abstract void partition(int one, int other, boolean cut);

  /** Lets time pass nobody by while {@code thread}, which was started, can run. */
  public abstract void hasten(Thread thread);

  /** Returns the virtual time since the start of the execution, in nanoseconds. */
  public abstract long now();
}
