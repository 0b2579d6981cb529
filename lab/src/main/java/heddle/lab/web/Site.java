package heddle.lab.web;

import heddle.http.Filter;
import heddle.http.Handler;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Router;
import java.util.function.IntSupplier;

/** The workshop's addresses: one page, its files, and the API behind the gate. Immutable. */
public final class Site {
  private final Gate gate;
  private final Pages pages;
  private final ClassLoader loader = Site.class.getClassLoader();

  /**
   * A site.
   *
   * @param token what lets a browser in
   * @param port gives the port listened at, once the server runs
   */
  public Site(String token, IntSupplier port) {
    this.pages = new Pages(loader);
    this.gate = new Gate(token, port, _ -> pages.entrance());
  }

  /** Returns a token that can not be guessed: 128 random bits as hexadecimal digits. */
  public static String newToken() {
    return Gate.newToken();
  }

  /** Returns what tells the browser that sent {@code request} from others. */
  public String browserOf(Request request) throws HttpException {
    return gate.browserOf(request);
  }

  /** Returns a handler of everything; {@code api} adds its own routes. */
  public Handler handler(java.util.function.Consumer<Router.Builder> api) {
    Router.Builder routes =
        Router.of()
            .get("/", _ -> pages.workshop())
            .get("/web/{path...}", WebFiles.own(loader))
            .get("/_static/{path...}", WebFiles.libraries(loader));
    api.accept(routes);
    return headers().then(gate).around(routes.build());
  }

  private static Filter headers() {
    return next ->
        request ->
            next.handle(request)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Cross-Origin-Resource-Policy", "same-origin");
  }
}
