package heddle.simulation;

import heddle.hooks.HostCalls;
import java.net.InetAddress;
import java.time.Duration;

/**
 * A machine of the simulated network, with one process on it. It has an address, a name that others
 * look up by {@link InetAddress#getByName}, a loopback interface and ports of its own. It is up
 * until its last thread that is no daemon has ended, {@code System.exit(0)} was called on it, or it
 * was stopped.
 *
 * <p>Memory is shared where the program is a lambda, so that a test can look into what its hosts
 * did; what such a host has locked with a {@code java.util.concurrent} lock stays locked when it is
 * stopped. Where the program is a class, its static fields are the host's own.
 *
 * <p>May be used by any thread of the program; each method is one step that others can see.
 */
public final class Host {
  /** What a host runs. */
  @FunctionalInterface
  public interface Main {
    /** Runs as the body of the host's {@code main} thread; what it throws is a failure. */
    void run() throws Exception;
  }

  final int number;
  private final HostCalls calls;

  Host(HostCalls calls, int number) {
    this.calls = calls;
    this.number = number;
  }

  /** Returns its name. */
  public String name() {
    return calls.name(number);
  }

  /** Returns the address by which others reach it. */
  public InetAddress address() {
    return calls.address(number);
  }

  /** Returns whether its process runs. */
  public boolean isUp() {
    return calls.isUp(number);
  }

  /**
   * The host loses its power: its threads stop where they are, nothing more leaves it, and nobody
   * is told. Who waits for it hears nothing; what is sent to it is not answered until it is
   * restarted, and is then answered by a reset (RFC 9293, section 3.5.1). Does nothing when it is
   * not up.
   */
  public void crash() {
    calls.crash(number);
  }

  /**
   * Its process is killed: the threads stop where they are, without shutdown hooks, and the system
   * closes the sockets. A peer sees the end of the stream, or a reset if bytes were left unread
   * (RFC 2525, section 2.17), and connecting is refused. Does nothing when it is not up.
   */
  public void stop() {
    calls.stop(number);
  }

  /**
   * Runs its program again from the start: a lambda once more, a class with fresh static fields.
   *
   * @throws IllegalStateException when it is up
   */
  public void restart() {
    calls.restart(number);
  }

  /** Waits until it is not up. */
  public void join() throws InterruptedException {
    calls.await(number, 0);
  }

  /** Waits so long at most, in virtual time; returns whether it is not up. */
  public boolean join(Duration atMost) throws InterruptedException {
    return calls.await(number, Math.max(1, atMost.toNanos()));
  }

  @Override
  public String toString() {
    return name();
  }
}
