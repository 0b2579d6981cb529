package heddle.lab.web;

import heddle.http.Response;
import heddle.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The two HTML pages: the workshop itself, and the entrance for who has no token. */
final class Pages {
  private static final int NONCE_BYTES = 16;

  private final ClassLoader loader;
  private final SecureRandom random = new SecureRandom();

  Pages(ClassLoader loader) {
    this.loader = loader;
  }

  /** Returns the workshop, all of which is one page. */
  Response workshop() throws IOException {
    return page(
        Status.OK, template("index.html").replace("{{importmap}}", ImportMap.merged(loader)));
  }

  /** Returns the page that asks for the token. */
  Response entrance() throws IOException {
    return page(Status.UNAUTHORIZED, template("entrance.html"));
  }

  private Response page(Status status, String html) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    Response page = Response.html(html.replace("{{nonce}}", nonce));
    return Response.of(status, page.headers(), page.body())
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", policy(nonce));
  }

  /**
   * Nothing from elsewhere, no script in the page but our own, no text ever taken for HTML. Style
   * attributes are let in, because Chromium itself writes them into the editor while one types.
   */
  private static String policy(String nonce) {
    return "default-src 'none'; script-src 'self' 'nonce-"
        + nonce
        + "'; style-src 'self' 'nonce-"
        + nonce
        + "'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
  }

  private String template(String name) throws IOException {
    try (InputStream in = loader.getResourceAsStream("heddle/lab/web/" + name)) {
      if (in == null) {
        throw new IOException(name + ": not in the jar of heddle.lab");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
