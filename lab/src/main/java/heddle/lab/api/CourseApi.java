package heddle.lab.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Router;
import heddle.http.Status;
import heddle.lab.check.Checks;
import heddle.lab.check.Compiler;
import heddle.lab.check.SourceFile;
import heddle.lab.course.Course;
import heddle.lab.course.Grade;
import heddle.lab.course.Grader;
import heddle.lab.web.Site;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The course's text, and {@code POST /api/grade}, which judges a solution line by line. */
public final class CourseApi {
  private final Site site;
  private final Grader grader;
  private final CompletableFuture<Course> course;

  /** An API over a course that may still be being read. */
  public CourseApi(Site site, Checks checks, CompletableFuture<Course> course) {
    this.site = site;
    this.grader = new Grader(checks);
    this.course = course;
  }

  /** Adds its routes. */
  public void addTo(Router.Builder routes) {
    routes
        .get("/api/course", _ -> Response.json(course().json().toString()))
        .get("/api/chapter/{id}", request -> found(course().chapterJson(request.parameter("id"))))
        .get(
            "/api/exercise/{chapter}/{id}",
            request ->
                found(course().exerciseJson(request.parameter("chapter"), request.parameter("id"))))
        .post("/api/grade", this::grade);
  }

  private Course course() throws HttpException {
    try {
      return course.join();
    } catch (CompletionException failed) {
      throw new HttpException(
          Status.INTERNAL_SERVER_ERROR, "The course can not be read: " + failed.getMessage());
    }
  }

  private static Response found(Optional<JsonObject> json) {
    return json.map(found -> Response.json(found.toString()))
        .orElseGet(() -> Response.text(Status.NOT_FOUND, "There is no such page\n"));
  }

  private Response grade(Request request) throws IOException, HttpException {
    Asked asked = Asked.in(request);
    String browser = site.browserOf(request);
    SourceFile solution = asked.files().getFirst();
    Grader.Grading grading =
        grader
            .of(course(), asked.text("chapter"), asked.text("exercise"), solution)
            .orElseThrow(() -> new HttpException(Status.NOT_FOUND, "There is no such exercise."));
    return Lines.response(lines -> tellAll(lines, browser, grading));
  }

  private static void tellAll(Lines lines, String browser, Grader.Grading grading)
      throws IOException {
    var teller = new Teller(lines);
    try {
      grading.run(browser, teller, teller::isGone);
    } catch (IOException failure) {
      lines.tell("failed", "why", new JsonPrimitive(String.valueOf(failure.getMessage())));
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    lines.tell("end", new JsonObject());
  }

  /** Writes what the grader tells; once the browser is gone, nothing more. */
  private static final class Teller implements Grade.Listener {
    private final Lines lines;
    private boolean gone;

    Teller(Lines lines) {
      this.lines = lines;
    }

    /** Also finds out whether the browser is still there. */
    boolean isGone() {
      tell("alive", new JsonObject());
      return gone;
    }

    private void tell(String told, JsonObject members) {
      if (gone) {
        return;
      }
      try {
        lines.tell(told, members);
      } catch (IOException closed) {
        gone = true;
      }
    }

    @Override
    public void trying(String what) {
      JsonObject json = new JsonObject();
      json.addProperty("what", what);
      tell("trying", json);
    }

    @Override
    public void rejected(List<Compiler.Problem> problems) {
      JsonObject json = new JsonObject();
      json.add("problems", Lines.GSON.toJsonTree(problems));
      tell("rejected", json);
    }

    @Override
    public void graded(Grade grade) {
      JsonObject json = new JsonObject();
      json.addProperty("criterion", grade.criterion());
      json.addProperty("label", grade.label());
      json.addProperty("state", grade.state().name().toLowerCase(Locale.ROOT));
      json.addProperty("why", grade.why());
      grade.shown().ifPresent(shown -> json.add("report", CheckApi.report(shown)));
      tell("graded", json);
    }
  }
}
