package heddle.lab;

import heddle.http.Limits;
import heddle.http.net.Carrier;
import heddle.http.server.HttpServer;
import heddle.http.server.ServerSettings;
import heddle.lab.api.CheckApi;
import heddle.lab.api.CourseApi;
import heddle.lab.api.EditorApi;
import heddle.lab.api.RunApi;
import heddle.lab.check.Checks;
import heddle.lab.course.Course;
import heddle.lab.web.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The workshop while it runs. Thread-safe.
 *
 * <p>It listens at the loopback address only. Programs run in JVMs of their own, never in this one.
 */
public final class Lab implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofMillis(500);

  private final HttpServer server;
  private final Checks checks;
  private final EditorApi editor;
  private final String token;

  private Lab(HttpServer server, Checks checks, EditorApi editor, String token) {
    this.server = server;
    this.checks = checks;
    this.editor = editor;
    this.token = token;
  }

  /**
   * Opens the workshop.
   *
   * @param port where to listen; 0 for one that the system picks
   * @param course the folder of the course; empty for the one that Heddle brings
   * @throws IOException when the port is taken, or the course can not be read
   */
  public static Lab open(int port, Optional<Path> course) throws IOException {
    String token = Site.newToken();
    var bound = new CompletableFuture<Integer>();
    Site site = new Site(token, bound::join);
    int parallel = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    Checks checks = new Checks(parallel);
    EditorApi editor = new EditorApi(site, parallel);
    try {
      CourseApi courses = new CourseApi(site, checks, Course.lazily(course));
      CheckApi check = new CheckApi(site, checks);
      RunApi runs = new RunApi(site, checks);
      var settings =
          ServerSettings.onPort(port)
              // A compilation or a long answer must not hold up whoever shares an event loop with
              // it.
              .with(Carrier.Kind.BLOCKING)
              .with(Limits.DEFAULT.withConnections(2_000, Limits.NONE));
      var server =
          HttpServer.start(
              settings,
              site.handler(routes -> {
                check.addTo(routes);
                runs.addTo(routes);
                editor.addTo(routes);
                courses.addTo(routes);
              }));
      bound.complete(server.port());
      return new Lab(server, checks, editor, token);
    } catch (IOException | RuntimeException failure) {
      checks.close();
      editor.close();
      throw failure;
    }
  }

  /** Returns the address that lets a browser in. Whoever has it can run programs here. */
  public String address() {
    return "http://127.0.0.1:%d/?token=%s".formatted(server.port(), token);
  }

  /** Waits until the workshop has been closed. */
  public void awaitClose() throws InterruptedException {
    server.awaitStop();
  }

  @Override
  public void close() {
    server.stop(DRAIN);
    checks.close();
    try {
      editor.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
