package heddle.http.files;

import heddle.http.Body;
import heddle.http.Handler;
import heddle.http.Headers;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Status;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Serves a folder: conditional requests, ranges, compressed siblings, an index or a list for
 * folders. Nothing outside the root can be reached. Thread-safe.
 */
public final class StaticFiles implements Handler {
  private final FileSettings settings;
  private final Folder folder;
  private final FileLoader loader;
  private final FileCache cache;

  /**
   * Serves as the settings say.
   *
   * @throws IOException if the root is no folder that can be read
   */
  public StaticFiles(FileSettings settings) throws IOException {
    this.settings = settings;
    this.folder = new Folder(settings);
    this.loader = new FileLoader(settings, folder);
    this.cache = new FileCache(settings.cacheBytes());
  }

  @Override
  public Response handle(Request request) throws IOException, HttpException {
    return switch (request.method()) {
      case "GET", "HEAD" -> get(request, request.path());
      case "OPTIONS" -> Response.of(Status.NO_CONTENT).with("Allow", "GET, HEAD, OPTIONS");
      default -> Response.of(Status.METHOD_NOT_ALLOWED).with("Allow", "GET, HEAD, OPTIONS");
    };
  }

  /**
   * Serves the file or folder that {@code path} names instead of the request's own path, as after
   * taking off a prefix.
   *
   * @param path decoded, with a leading slash
   * @throws HttpException 404 if there is no such file
   */
  public Response get(Request request, String path) throws IOException, HttpException {
    Optional<ServedFile> cached = cache.get(path);
    if (cached.isPresent()) {
      return answer(request, cached.get());
    }
    Path file = folder.find(path).orElseThrow(StaticFiles::notFound);
    if (Files.isDirectory(file)) {
      return path.endsWith("/") ? folder(request, path, file) : redirectToFolder(request);
    }
    if (path.endsWith("/") || !Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw notFound();
    }
    return answer(request, cache.put(path, loader.load(path, file)));
  }

  private Response folder(Request request, String path, Path file)
      throws IOException, HttpException {
    for (String index : settings.indexes()) {
      Optional<Path> page = folder.find(path + index).filter(Files::isRegularFile);
      if (page.isPresent()) {
        return answer(request, cache.put(path, loader.load(path + index, page.get())));
      }
    }
    if (!settings.listing()) {
      throw notFound();
    }
    return FolderPage.of(path, file, folder);
  }

  /** Links on the page are relative to its folder, so its address must end with a slash. */
  private static Response redirectToFolder(Request request) {
    String query = request.target().query();
    String location =
        UriText.encodePath(request.path()) + "/" + (query.isEmpty() ? "" : "?" + query);
    return Response.redirect(Status.PERMANENT_REDIRECT, location);
  }

  private static Response answer(Request request, ServedFile file) throws IOException {
    Headers asked = request.headers();
    Optional<String> range = asked.first("Range").filter(_ -> request.method().equals("GET"));
    Representation chosen =
        range.isPresent() ? file.identity() : file.choose(asked.list("Accept-Encoding").orElse(""));
    Optional<Status> condition = chosen.validators().evaluate(asked);
    if (condition.isPresent()) {
      return conditional(condition.get(), chosen);
    }
    if (range.isPresent() && chosen.validators().allowRange(asked)) {
      return switch (Ranges.parse(range.get(), chosen.size())) {
        case Ranges.Whole() -> whole(chosen);
        case Ranges.Unsatisfiable() ->
            Response.of(Status.RANGE_NOT_SATISFIABLE)
                .with("Content-Range", "bytes */" + chosen.size());
        case Ranges.Parts(List<Ranges.Part> parts) -> PartialContent.of(chosen, parts);
      };
    }
    return whole(chosen);
  }

  private static Response whole(Representation chosen) throws IOException {
    Response cached = chosen.cached();
    if (cached != null) {
      return cached;
    }
    FileChannel file = FileChannel.open(chosen.file(), StandardOpenOption.READ);
    return Response.of(Status.OK, chosen.headers(), new Body.FilePart(file, 0, chosen.size()));
  }

  /** A 304 repeats what a cache may need (RFC 9110 section 15.4.5). */
  private static Response conditional(Status status, Representation chosen) {
    Headers.Builder headers = Headers.builder();
    for (String name : List.of("Cache-Control", "ETag", "Last-Modified", "Vary")) {
      chosen.headers().first(name).ifPresent(value -> headers.add(name, value));
    }
    return Response.of(status, headers.build(), Body.empty());
  }

  private static HttpException notFound() {
    return new HttpException(Status.NOT_FOUND, "Not found");
  }
}
