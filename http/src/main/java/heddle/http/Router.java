package heddle.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a handler by method and path. A pattern is a path whose segments may be {@code {name}},
 * one segment, or, at the end, {@code {name...}}, all the rest, which may be empty. Literal
 * segments win over parameters, and those over a rest.
 *
 * <p>A path that no pattern matches goes to the fallback, 404 unless set. A path that matches, but
 * not with this method, is answered 405 with {@code Allow}; {@code OPTIONS} is answered likewise
 * with 204; {@code HEAD} goes to the handler of {@code GET}. Immutable.
 */
public final class Router implements Handler {
  private final Map<String, Route> literals;
  private final List<Route> patterns;
  private final Handler fallback;

  private Router(Builder builder) {
    Map<String, Route> fixed = new HashMap<>();
    List<Route> open = new ArrayList<>();
    for (Route route : builder.routes.values()) {
      if (route.pattern.isLiteral()) {
        fixed.put(route.pattern.text(), route);
      } else {
        open.add(route);
      }
    }
    open.sort(Comparator.comparing(route -> route.pattern));
    this.literals = Map.copyOf(fixed);
    this.patterns = List.copyOf(open);
    this.fallback = builder.fallback;
  }

  /** Returns a builder without routes. */
  public static Builder of() {
    return new Builder();
  }

  @Override
  public Response handle(Request request) throws Exception {
    Route literal = literals.get(request.path());
    if (literal != null) {
      return literal.answer(request);
    }
    List<String> segments = RoutePattern.segments(request.path());
    for (Route route : patterns) {
      Map<String, String> parameters = route.pattern.match(segments);
      if (parameters != null) {
        return route.answer(request.withParameters(parameters));
      }
    }
    return fallback.handle(request);
  }

  /** All that is served under one pattern. */
  private static final class Route {
    private final RoutePattern pattern;
    private final Map<String, Handler> byMethod = new TreeMap<>();

    Route(RoutePattern pattern) {
      this.pattern = pattern;
    }

    Response answer(Request request) throws Exception {
      Handler handler = handler(request.method());
      if (handler != null) {
        return handler.handle(request);
      }
      Status status =
          request.method().equals("OPTIONS") ? Status.NO_CONTENT : Status.METHOD_NOT_ALLOWED;
      return Response.of(status).with("Allow", allowed());
    }

    private @Nullable Handler handler(String method) {
      Handler handler = byMethod.get(method);
      return handler == null && method.equals("HEAD") ? byMethod.get("GET") : handler;
    }

    private String allowed() {
      var methods = new TreeSet<>(byMethod.keySet());
      methods.add("OPTIONS");
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      return String.join(", ", methods);
    }
  }

  /** Collects routes. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Route> routes = new TreeMap<>();
    private Handler fallback = _ -> Response.text(Status.NOT_FOUND, "Not found\n");

    private Builder() {}

    /**
     * Adds a route.
     *
     * @throws IllegalArgumentException if the pattern is malformed or already has a handler for
     *     that method
     */
    public Builder route(String method, String pattern, Handler handler) {
      Route route = routes.computeIfAbsent(pattern, text -> new Route(RoutePattern.parse(text)));
      if (route.byMethod.putIfAbsent(method, handler) != null) {
        throw new IllegalArgumentException(
            "route: %s %s is there twice".formatted(method, pattern));
      }
      return this;
    }

    /** Adds a route for GET, and so for HEAD. */
    public Builder get(String pattern, Handler handler) {
      return route("GET", pattern, handler);
    }

    /** Adds a route for POST. */
    public Builder post(String pattern, Handler handler) {
      return route("POST", pattern, handler);
    }

    /** Adds a route for PUT. */
    public Builder put(String pattern, Handler handler) {
      return route("PUT", pattern, handler);
    }

    /** Adds a route for DELETE. */
    public Builder delete(String pattern, Handler handler) {
      return route("DELETE", pattern, handler);
    }

    /** Sets who answers paths that no pattern matches. */
    public Builder otherwise(Handler handler) {
      fallback = handler;
      return this;
    }

    /** Returns the router. */
    public Router build() {
      return new Router(this);
    }
  }
}
