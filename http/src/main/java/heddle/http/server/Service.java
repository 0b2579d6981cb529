package heddle.http.server;

import heddle.http.BrokenBodyException;
import heddle.http.Deadlines;
import heddle.http.Exchange;
import heddle.http.Handler;
import heddle.http.HttpException;
import heddle.http.Limits;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Status;
import heddle.http.net.Transport;
import java.lang.System.Logger.Level;

/**
 * What is the same for all connections of a server: from a request to its response, whatever
 * protocol carries them. Thread-safe.
 */
final class Service {
  private static final System.Logger LOG = System.getLogger("heddle.http");

  private final Handler handler;
  private final ServerSettings settings;
  private final AddressLimits addresses;

  Service(Handler handler, ServerSettings settings, AddressLimits addresses) {
    this.handler = handler;
    this.settings = settings;
    this.addresses = addresses;
  }

  Limits limits() {
    return settings.limits();
  }

  Deadlines deadlines() {
    return settings.deadlines();
  }

  /** Answers a request, whatever the handler does. The response's head can be rendered. */
  Response answer(Request direct) {
    try {
      Request request = settings.proxies().apply(direct);
      if (!addresses.mayRequest(request.origin().remote().getAddress())) {
        return refusal(Status.TOO_MANY_REQUESTS, "Too many requests").with("Retry-After", "1");
      }
      if (request.path().equals("*")) {
        return Response.of(Status.NO_CONTENT)
            .with("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
      }
      Response response = handler.handle(request);
      byte[] _ =
          response.head(); // fails here, where it can still be answered, if it cannot be sent
      return response;
    } catch (HttpException e) {
      return refusal(e.status(), String.valueOf(e.getMessage()));
    } catch (BrokenBodyException e) {
      return refusal(e.status(), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refusal(Status.SERVICE_UNAVAILABLE, "Interrupted");
    } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
      LOG.log(Level.ERROR, "handler failed on " + direct.method() + " " + direct.path(), e);
      return refusal(Status.INTERNAL_SERVER_ERROR, "Internal Server Error");
    }
  }

  void observe(Exchange exchange) {
    try {
      settings.observer().exchanged(exchange);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "observer failed", e);
    }
  }

  /**
   * Returns the response to a request that is not served, for a reason that the client may know.
   */
  static Response refusal(Status status, String reason) {
    return Response.text(status, reason + "\n");
  }

  /** Returns the protocol to speak over {@code transport}; a door for others than HTTP/1.1. */
  Connection connection(Transport transport, boolean secure) {
    return new Http1Connection(this, transport, secure);
  }
}
