package heddle.lab.web;

import heddle.http.Handler;
import heddle.http.MediaTypes;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Serves files from the class path: our own scripts and styles, and the libraries'. */
final class WebFiles implements Handler {
  /** Letters, digits and a few marks; no segment begins with a dot, so none leads upwards. */
  private static final Pattern SAFE_PATH =
      Pattern.compile("(?:[\\w@-][\\w.@-]*/)*[\\w@-][\\w.@-]*");

  /** A library's path holds its version, so what is behind it never changes. */
  private static final String FOR_EVER = "max-age=31536000, immutable";

  private final ClassLoader loader;
  private final String folder;
  private final String cacheControl;
  private final Map<String, Served> cache = new ConcurrentHashMap<>();

  private record Served(Response response, String etag) {}

  private WebFiles(ClassLoader loader, String folder, String cacheControl) {
    this.loader = loader;
    this.folder = folder;
    this.cacheControl = cacheControl;
  }

  /** Returns the handler of our own files, which the browser asks for anew at each visit. */
  static WebFiles own(ClassLoader loader) {
    return new WebFiles(loader, "heddle/lab/web/", "no-cache");
  }

  /** Returns the handler of the libraries' files. */
  static WebFiles libraries(ClassLoader loader) {
    return new WebFiles(loader, "META-INF/resources/_static/", FOR_EVER);
  }

  @Override
  public Response handle(Request request) throws IOException {
    String path = request.parameter("path");
    if (!SAFE_PATH.matcher(path).matches()) {
      return Response.text(Status.NOT_FOUND, "Not found\n");
    }
    Served served = cache.get(path);
    if (served == null) {
      Optional<byte[]> bytes = read(folder + path);
      if (bytes.isEmpty()) {
        return Response.text(Status.NOT_FOUND, "Not found\n");
      }
      served = serve(path, bytes.get());
      cache.put(path, served);
    }
    boolean same = request.headers().firstOr("If-None-Match", "").equals(served.etag);
    return same ? Response.of(Status.NOT_MODIFIED).with("ETag", served.etag) : served.response;
  }

  private Served serve(String path, byte[] bytes) {
    String etag = "\"" + hash(bytes) + "\"";
    Response response =
        Response.bytes(MediaTypes.ofFile(path), bytes)
            .with("Cache-Control", cacheControl)
            .with("ETag", etag);
    return new Served(response, etag);
  }

  private Optional<byte[]> read(String resource) throws IOException {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
