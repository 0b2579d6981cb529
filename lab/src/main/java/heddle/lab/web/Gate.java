package heddle.lab.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import heddle.http.Filter;
import heddle.http.Form;
import heddle.http.Handler;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Status;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * Lets in whoever has the token, and only from our own pages.
 *
 * <ul>
 *   <li>{@code Host} must be ours, so that no foreign name that resolves to this machine reaches us
 *       (DNS rebinding).
 *   <li>What changes something must come with our own {@code Origin} (no cross-site posting).
 *   <li>The token comes once in the address; after that a cookie that scripts can not read holds
 *       it. A second cookie tells browsers apart, so that each gets its fair share.
 * </ul>
 */
final class Gate implements Filter {
  private static final int TOKEN_BYTES = 16;
  private static final int FORM_BYTES_MAX = 1024;
  private static final Pattern BROWSER = Pattern.compile("[0-9a-f]{16}");

  private final String token;
  private final IntSupplier port;
  private final Handler entrance;
  private final SecureRandom random = new SecureRandom();

  /**
   * A gate.
   *
   * @param token what lets a browser in
   * @param port gives the port listened at, which is known once the server runs
   * @param entrance answers who has no token yet, with the status 401
   */
  Gate(String token, IntSupplier port, Handler entrance) {
    this.token = token;
    this.port = port;
    this.entrance = entrance;
  }

  /** Returns a token that can not be guessed: 128 random bits. */
  static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public Handler around(Handler next) {
    return request -> {
      if (!hosts().contains(request.host())) {
        return Response.text(Status.MISDIRECTED_REQUEST, "This server has another name\n");
      }
      boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
      if (!reads && !isOurOrigin(request)) {
        return Response.text(Status.FORBIDDEN, "Only pages of this server may ask for that\n");
      }
      if (request.path().equals("/enter")) {
        return enter(request);
      }
      if (request.path().equals("/") && request.target().query().startsWith("token=")) {
        return enter(request, request.query().first("token").orElse(""));
      }
      if (!isToken(cookie(request, tokenCookie()).orElse(""))) {
        return entrance.handle(request);
      }
      return next.handle(request);
    };
  }

  private Set<String> hosts() {
    int number = port.getAsInt();
    return Set.of("127.0.0.1:" + number, "localhost:" + number, "[::1]:" + number);
  }

  private static boolean isOurOrigin(Request request) {
    String site = request.headers().firstOr("Sec-Fetch-Site", "same-origin");
    return site.equals("same-origin")
        && request.headers().firstOr("Origin", "").equals("http://" + request.host());
  }

  private Response enter(Request request) throws Exception {
    if (!request.method().equals("POST")) {
      return Response.redirect(Status.SEE_OTHER, "/");
    }
    return enter(request, Form.of(request, FORM_BYTES_MAX).first("token").orElse("").strip());
  }

  private Response enter(Request request, String given) throws Exception {
    if (!isToken(given)) {
      return entrance.handle(request);
    }
    byte[] id = new byte[8];
    random.nextBytes(id);
    Response in =
        Response.redirect(Status.SEE_OTHER, "/")
            .with("Cache-Control", "no-store")
            .plus("Set-Cookie", setCookie(tokenCookie(), token));
    return browser(request).isPresent()
        ? in
        : in.plus("Set-Cookie", setCookie(browserCookie(), HexFormat.of().formatHex(id)));
  }

  /**
   * Returns what tells this browser from others.
   *
   * @throws HttpException 401 when it has no such cookie
   */
  String browserOf(Request request) throws HttpException {
    return browser(request)
        .orElseThrow(
            () -> new HttpException(Status.UNAUTHORIZED, "open the workshop's page first"));
  }

  private Optional<String> browser(Request request) {
    return cookie(request, browserCookie()).filter(id -> BROWSER.matcher(id).matches());
  }

  private boolean isToken(String given) {
    // Takes the same time wherever the difference is.
    return MessageDigest.isEqual(given.getBytes(UTF_8), token.getBytes(UTF_8));
  }

  // Cookies do not know ports: two workshops on one machine must not overwrite each other's.
  private String tokenCookie() {
    return "heddle-token-" + port.getAsInt();
  }

  private String browserCookie() {
    return "heddle-browser-" + port.getAsInt();
  }

  private static String setCookie(String name, String value) {
    return name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict";
  }

  private static Optional<String> cookie(Request request, String name) {
    for (String field : request.headers().all("Cookie")) {
      for (String pair : field.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          return Optional.of(pair.substring(equals + 1).strip());
        }
      }
    }
    return Optional.empty();
  }
}
