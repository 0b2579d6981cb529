package heddle.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Chooses a handler by the host asked for, whatever its port. Immutable. */
public final class VirtualHosts implements Handler {
  private final Map<String, Handler> byHost = new HashMap<>();
  private final Handler otherwise;

  /**
   * One handler for each host name.
   *
   * @param otherwise answers for all other names
   */
  public VirtualHosts(Map<String, Handler> hosts, Handler otherwise) {
    hosts.forEach((host, handler) -> byHost.put(host.toLowerCase(Locale.ROOT), handler));
    this.otherwise = otherwise;
  }

  /** Answers 421 (RFC 9110 section 15.5.20). */
  public static Response misdirected(Request request) {
    return Response.text(Status.MISDIRECTED_REQUEST, "This server does not serve that host\n");
  }

  @Override
  public Response handle(Request request) throws Exception {
    return byHost.getOrDefault(name(request.host()), otherwise).handle(request);
  }

  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    String name = port ? host.substring(0, colon) : host;
    return (name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
        .toLowerCase(Locale.ROOT);
  }
}
