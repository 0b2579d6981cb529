package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.net.Network;
import heddle.engine.schedule.Engine;
import heddle.engine.schedule.Host;
import heddle.engine.schedule.Hosts;
import heddle.engine.schedule.Launch;
import heddle.engine.schedule.Scheduler;
import heddle.hooks.HostCalls;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that a program adds, stops and starts itself, by the classes of {@code heddle.simulation}.
 * Confined to the carrier thread.
 */
final class SimulatedHosts extends HostCalls {
  private final Engine engine;
  private final Scheduler scheduler;
  private final Network network;
  private final Realms realms;

  private final Map<String, Launch> launches = new HashMap<>();

  /** What each host runs, by number; null for those that the program began with. */
  private final List<@Nullable Start> starts = new ArrayList<>();

  /** How a host is started: by {@code main}, or by a class if that is null. */
  private static final class Start {
    final @Nullable Runnable main;
    final String mainClass;
    final List<String> arguments;
    int times;

    Start(@Nullable Runnable main, String mainClass, List<String> arguments) {
      this.main = main;
      this.mainClass = mainClass;
      this.arguments = arguments;
    }
  }

  SimulatedHosts(Engine engine, Scheduler scheduler, Network network, Realms realms) {
    this.engine = engine;
    this.scheduler = scheduler;
    this.network = network;
    this.realms = realms;
  }

  /** Starts anew, with {@code count} hosts that the program begins with. */
  void begin(int count) {
    starts.clear();
    for (int i = 0; i < count; i++) {
      starts.add(null);
    }
    HostCalls.engine = this;
  }

  private Hosts hosts() {
    return scheduler.hosts();
  }

  private Host host(int number) {
    return hosts().all().get(number);
  }

  @Override
  public int add(String name, Runnable main) {
    return add(name, new Start(main, "", List.of()));
  }

  @Override
  public int add(String name, String mainClass, List<String> arguments) {
    return add(name, new Start(null, mainClass, arguments));
  }

  private int add(String name, Start start) {
    if (!Program.Host.isName(name)) {
      throw new IllegalArgumentException(
          "a host: expected a name of letters, digits and hyphens, got " + name);
    }
    hosts().point();
    for (Host other : hosts().all()) {
      if (other.name().equals(name)) {
        throw new IllegalArgumentException("a host: there is one called " + name + " already");
      }
    }
    Launch launch = launch(name, start);
    Host host = hosts().add(name);
    starts.add(start);
    network.add(host);
    hosts().restart(host, launch);
    return host.number();
  }

  /** Loads what {@code start} says; another time, a class is another realm. */
  private Launch launch(String name, Start start) {
    Runnable main = start.main;
    if (main != null) {
      return new Launch(name, main, Thread.currentThread().getContextClassLoader());
    }
    boolean paused = engine.pause(true);
    try {
      String realm = ++start.times == 1 ? name : name + "#" + start.times;
      return launch(realm, name, start);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("host " + name + ": " + e.getMessage(), e);
    } finally {
      engine.pause(paused);
    }
  }

  /** The same in a realm; what was looked up in an earlier execution is not looked up again. */
  private Launch launch(String realm, String name, Start start)
      throws ReflectiveOperationException {
    WeavingLoader loader = realms.loader(realm);
    String key = realm + " " + start.mainClass + " " + start.arguments;
    Launch before = launches.get(key);
    if (before == null || !before.loader().equals(loader)) {
      Class<?> type = Class.forName(start.mainClass, false, loader);
      before =
          new Launch(name, MainMethod.of(type, start.arguments.toArray(new String[0])), loader);
      launches.put(key, before);
    }
    return before;
  }

  @Override
  public int here() {
    return scheduler.running().host().number();
  }

  @Override
  public String name(int host) {
    return host(host).name();
  }

  @Override
  public InetAddress address(int host) {
    return network.address(host(host));
  }

  @Override
  public boolean isUp(int host) {
    hosts().point();
    return host(host).up();
  }

  @Override
  public void crash(int host) {
    hosts().point();
    if (host(host).up()) {
      network.faults().crash(host(host));
      hosts().end(host(host), false);
    }
  }

  @Override
  public void stop(int host) {
    hosts().point();
    if (host(host).up()) {
      hosts().end(host(host), true);
    }
  }

  @Override
  public void restart(int host) {
    hosts().point();
    Start start = starts.get(host);
    if (start == null) {
      throw new IllegalStateException(
          "restart: expected a host of the simulation, got " + name(host));
    }
    if (host(host).up()) {
      throw new IllegalStateException("restart: " + name(host) + " is up: crash or stop it first");
    }
    Launch launch = launch(name(host), start);
    network.faults().restart(host(host));
    hosts().restart(host(host), launch);
  }

  @Override
  public boolean await(int host, long nanos) throws InterruptedException {
    return hosts().await(host(host), nanos);
  }

  @Override
  public void partition(int one, int other, boolean cut) {
    hosts().point();
    network.faults().partition(host(one), host(other), cut);
  }

  @Override
  public void hasten(Thread thread) {
    hosts().hasten(thread);
  }

  @Override
  public long now() {
    return scheduler.time().now();
  }
}
