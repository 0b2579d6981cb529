package heddle.http.server;

import heddle.http.Deadlines;
import heddle.http.Limits;
import heddle.http.Observer;
import heddle.http.net.Carrier;
import heddle.http.tls.Certificates;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a server is to be run. Immutable.
 *
 * @param listeners where it listens; at least one
 * @param carrier what its connections run on
 * @param limits bounds of what clients may send
 * @param deadlines bounds of how long clients may take
 * @param proxies whose {@code X-Forwarded-*} fields are believed
 * @param observer is told what happens
 */
public record ServerSettings(
    List<Listener> listeners,
    Carrier.Kind carrier,
    Limits limits,
    Deadlines deadlines,
    TrustedProxies proxies,
    Observer observer) {
  /**
   * One address to listen at.
   *
   * @param address port 0 for one that the system picks
   * @param certificates for TLS; empty for plain HTTP
   */
  public record Listener(InetSocketAddress address, Optional<Certificates> certificates) {}

  /** Copies the list. */
  public ServerSettings {
    listeners = List.copyOf(listeners);
    if (listeners.isEmpty()) {
      throw new IllegalArgumentException("listeners: expected at least one, got none");
    }
  }

  /** Returns the defaults, listening on the loopback address only. */
  public static ServerSettings onPort(int port) {
    return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** Returns the defaults, listening for plain HTTP at {@code address}. */
  public static ServerSettings at(InetSocketAddress address) {
    return of(new Listener(address, Optional.empty()));
  }

  /** Returns the defaults, listening for TLS at {@code address}. */
  public static ServerSettings securely(InetSocketAddress address, Certificates certificates) {
    return of(new Listener(address, Optional.of(certificates)));
  }

  /** Returns these settings with one more listener. */
  public ServerSettings and(Listener listener) {
    List<Listener> all = new ArrayList<>(listeners);
    all.add(listener);
    return new ServerSettings(all, carrier, limits, deadlines, proxies, observer);
  }

  /** Returns these settings with another carrier. */
  public ServerSettings with(Carrier.Kind other) {
    return new ServerSettings(listeners, other, limits, deadlines, proxies, observer);
  }

  /** Returns these settings with other limits. */
  public ServerSettings with(Limits other) {
    return new ServerSettings(listeners, carrier, other, deadlines, proxies, observer);
  }

  /** Returns these settings with other deadlines. */
  public ServerSettings with(Deadlines other) {
    return new ServerSettings(listeners, carrier, limits, other, proxies, observer);
  }

  /** Returns these settings with other trusted proxies. */
  public ServerSettings with(TrustedProxies other) {
    return new ServerSettings(listeners, carrier, limits, deadlines, other, observer);
  }

  /** Returns these settings with another observer. */
  public ServerSettings with(Observer other) {
    return new ServerSettings(listeners, carrier, limits, deadlines, proxies, other);
  }

  private static ServerSettings of(Listener listener) {
    return new ServerSettings(
        List.of(listener),
        Carrier.Kind.AUTO,
        Limits.DEFAULT,
        Deadlines.DEFAULT,
        TrustedProxies.NONE,
        Observer.NONE);
  }
}
