package heddle.http.server;

import heddle.http.Headers;
import heddle.http.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed. From anyone else the
 * fields are removed, so that a handler cannot be deceived by reading them. Immutable.
 */
public final class TrustedProxies {
  /** Nobody is trusted. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  private static final List<String> FIELDS =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "Forwarded");

  private final List<Network> networks;

  private TrustedProxies(List<Network> networks) {
    this.networks = networks;
  }

  /**
   * Trusts addresses and networks, as in {@code 127.0.0.1} and {@code 10.0.0.0/8}.
   *
   * @throws IllegalArgumentException if one is neither
   */
  public static TrustedProxies of(List<String> addresses) {
    List<Network> networks = new ArrayList<>();
    addresses.forEach(address -> networks.add(Network.parse(address)));
    return new TrustedProxies(List.copyOf(networks));
  }

  /**
   * Returns {@code request} with the origin that trusted proxies tell, and without what others
   * tell.
   */
  Request apply(Request request) {
    Headers headers = request.headers();
    if (FIELDS.stream().noneMatch(headers::has)) {
      return request;
    }
    Request.Origin origin = request.origin();
    if (!trusts(origin.remote().getAddress())) {
      return request.withHeaders(without(headers));
    }
    boolean secure =
        headers
            .first("X-Forwarded-Proto")
            .map(protocol -> protocol.equalsIgnoreCase("https"))
            .orElse(origin.secure());
    InetSocketAddress remote =
        headers.list("X-Forwarded-For").flatMap(this::client).orElse(origin.remote());
    return request.withOrigin(new Request.Origin(remote, origin.local(), secure));
  }

  private boolean trusts(InetAddress address) {
    return networks.stream().anyMatch(network -> network.holds(address));
  }

  /**
   * The last address that is not a trusted proxy's: what stands before it, anyone may have written.
   */
  private Optional<InetSocketAddress> client(String list) {
    List<String> addresses = List.of(list.split(",", -1));
    for (String text : addresses.reversed()) {
      Optional<InetAddress> address = Network.literal(text.strip());
      if (address.isEmpty()) {
        return Optional.empty();
      }
      if (!trusts(address.get())) {
        return Optional.of(new InetSocketAddress(address.get(), 0));
      }
    }
    return Optional.empty();
  }

  private static Headers without(Headers headers) {
    Headers.Builder builder = headers.toBuilder();
    FIELDS.forEach(builder::remove);
    return builder.build();
  }

  /** An address and how many of its bits count. */
  private record Network(InetAddress address, int bits) {
    static Network parse(String text) {
      int slash = text.indexOf('/');
      Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
      if (address.isEmpty()) {
        throw new IllegalArgumentException("proxies: expected an address, got " + text);
      }
      int width = address.get().getAddress().length * 8;
      int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > width) {
        throw new IllegalArgumentException(
            "proxies: expected 0 to " + width + " bits, got " + bits);
      }
      return new Network(address.get(), bits);
    }

    /** Never asks a name server: anything that is not an address is empty. */
    static Optional<InetAddress> literal(String text) {
      try {
        return Optional.of(InetAddress.ofLiteral(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    boolean holds(InetAddress other) {
      byte[] mine = address.getAddress();
      byte[] its = other.getAddress();
      if (mine.length != its.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if (((mine[bit >> 3] ^ its[bit >> 3]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
