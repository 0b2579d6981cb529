package heddle.simulation;

import heddle.hooks.HostCalls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Hosts on a simulated network, started by a program that runs under control: by {@code heddle
 * check}, or as a test with {@code @Explore}. The program itself runs on a host as well, {@link
 * #here()}.
 *
 * <pre>{@code
 * @Explore
 * void the_client_gives_up_while_the_server_can_not_be_reached() throws Exception {
 *   try (var simulation = new Simulation()) {
 *     Host server = simulation.host("server", Server.class, "8080");
 *     Host client = simulation.host("client", () -> {
 *       var socket = new Socket();
 *       socket.connect(new InetSocketAddress("server", 8080), 5_000);
 *     });
 *     Link link = simulation.link(server, client);
 *     link.partition();
 *     simulation.at(Duration.ofSeconds(60), link::repair);
 *     client.join();
 *   }
 * }
 * }</pre>
 *
 * <p>Virtual time moves when no thread can go on, so a time-out of a minute costs nothing. When a
 * host starts, crashes or restarts beside what others do is a choice like any other: it is
 * explored, and repeated by the schedule. A host that fails makes the program fail.
 *
 * <p>The JVM's own state is shared by all hosts: system properties, standard streams, the default
 * handler of uncaught exceptions, and the counters behind the names of threads and pools. Each host
 * has shutdown hooks of its own, and {@code System.exit(0)} ends the host that calls it, or all of
 * them when it is {@link #here()}; another status is a finding.
 *
 * <p>May be used by any thread of the program.
 */
public final class Simulation implements AutoCloseable {
  private final HostCalls calls;
  private final List<Host> hosts = new CopyOnWriteArrayList<>();

  /**
   * Creates a simulation without further hosts.
   *
   * @throws IllegalStateException when the program does not run under control
   */
  public Simulation() {
    HostCalls engine = HostCalls.engine;
    if (engine == null) {
      throw new IllegalStateException(
          "a simulation runs under 'heddle check' or in a test with @Explore: there is no"
              + " simulated network here");
    }
    calls = engine;
  }

  /**
   * Adds a host and starts {@code main} on it, as the body of a thread called {@code main}.
   *
   * @param name letters, digits and hyphens, at most 63 (RFC 1123, section 2.1)
   * @throws IllegalArgumentException when there is a host of that name, or none can be called that
   */
  public Host host(String name, Host.Main main) {
    return added(calls.add(name, new Body(main)));
  }

  /**
   * Adds a host and starts a class with a {@code main} method on it. The class, and all that it
   * uses of the program, is loaded for this host alone, and again at each restart.
   *
   * @throws IllegalArgumentException as above, or when the class has no main method
   */
  public Host host(String name, Class<?> main, String... arguments) {
    return added(calls.add(name, main.getName(), List.of(arguments)));
  }

  private Host added(int number) {
    Host host = new Host(calls, number);
    hosts.add(host);
    return host;
  }

  /** Returns the host that the calling thread runs on. */
  public Host here() {
    return new Host(calls, calls.here());
  }

  /** Returns what lies between two hosts. */
  public Link link(Host one, Host other) {
    if (one.number == other.number) {
      throw new IllegalArgumentException("a link: expected two hosts, got " + one + " twice");
    }
    return new Link(calls, one, other);
  }

  /** Returns the virtual time since the program was started. */
  public Duration now() {
    return Duration.ofNanos(calls.now());
  }

  /**
   * Runs {@code action} at a virtual time since the program was started; at once if that is past.
   * It runs on a daemon thread of its own, on the host that asks for it, and no other time-out is
   * taken to be over until it waits or ends.
   */
  public void at(Duration time, Host.Main action) {
    Thread thread = new Thread(new At(calls, time.toNanos(), action), "at " + text(time));
    thread.setDaemon(true);
    thread.start();
    calls.hasten(thread);
  }

  private static String text(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /** Stops every host that was added here and is still up. */
  @Override
  public void close() {
    for (Host host : hosts) {
      if (host.isUp()) {
        host.stop();
      }
    }
  }

  /** Runs what may throw anything, which is then the thread's. */
  private record Body(Host.Main main) implements Runnable {
    @Override
    public void run() {
      try {
        main.run();
      } catch (Exception e) {
        throw Body.<RuntimeException>as(e);
      }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Exception> T as(Exception e) throws T {
      throw (T) e;
    }
  }

  /** Sleeps until it is time. */
  private record At(HostCalls calls, long nanos, Host.Main action) implements Runnable {
    @Override
    public void run() {
      try {
        long left = nanos - calls.now();
        if (left > 0) {
          Thread.sleep(Duration.ofNanos(left));
        }
        action.run();
      } catch (Exception e) {
        throw Body.<RuntimeException>as(e);
      }
    }
  }
}
