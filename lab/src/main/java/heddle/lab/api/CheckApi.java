package heddle.lab.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import heddle.engine.Verdict;
import heddle.engine.trace.Lanes;
import heddle.engine.trace.ReportJson;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Router;
import heddle.http.Status;
import heddle.lab.check.Checks;
import heddle.lab.check.Job;
import heddle.lab.check.Question;
import heddle.lab.check.Told;
import heddle.lab.web.Site;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code POST /api/check} explores a program and answers, line by line, with what there is to tell;
 * {@code POST /api/stop} ends it early. Whoever closes the connection stops the check, too.
 */
public final class CheckApi {
  /** Up to so many events the table of every step is sent along. */
  private static final int EVERY_STEP_MAX = 10_000;

  /** So often a silent line finds out whether the browser is still there. */
  private static final long ALIVE_MILLIS = 500;

  private final Site site;
  private final Checks checks;
  private final Map<String, Job> running = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();

  /** An API over {@code checks}. */
  public CheckApi(Site site, Checks checks) {
    this.site = site;
    this.checks = checks;
  }

  /** Adds its routes. */
  public void addTo(Router.Builder routes) {
    routes.post("/api/check", this::check).post("/api/stop", this::stop);
  }

  private Response check(Request request) throws IOException, HttpException {
    Asked asked = Asked.in(request);
    String browser = site.browserOf(request);
    Job job =
        checks
            .submit(browser, asked.files(), new Question.Explore(asked.settings()))
            .orElseThrow(() ->
                new HttpException(
                    Status.TOO_MANY_REQUESTS, "Too many checks are waiting: try again shortly."));
    String id = browser + "-" + numbers.incrementAndGet();
    running.put(id, job);
    return Lines.response(lines -> tellAll(lines, id, job));
  }

  private void tellAll(Lines lines, String id, Job job) throws IOException {
    try {
      lines.tell("accepted", "id", new JsonPrimitive(id));
      boolean more = true;
      while (more) {
        Told news = job.next(ALIVE_MILLIS, TimeUnit.MILLISECONDS);
        if (news == null) {
          lines.tell("alive", new JsonObject());
        } else {
          tell(lines, news);
          more = !news.isLast();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      running.remove(id);
      checks.stop(job);
    }
  }

  /** Writes one piece of news. */
  static void tell(Lines lines, Told news) throws IOException {
    switch (news) {
      case Told.Queued(int ahead) -> lines.tell("queued", "ahead", new JsonPrimitive(ahead));
      case Told.Started() -> lines.tell("started", new JsonObject());
      case Told.Rejected(var problems) ->
          lines.tell("rejected", "problems", Lines.GSON.toJsonTree(problems));
      case Told.Exploring(var progress) ->
          lines.tell("exploring", "progress", Lines.GSON.toJsonTree(progress));
      case Told.Failed(String why) -> lines.tell("failed", "why", new JsonPrimitive(why));
      case Told.Done done -> lines.tell("done", "report", report(done));
      case Told.Steps _, Told.Passing _ -> throw new IllegalStateException("not asked for");
    }
  }

  /** Returns the report as {@code heddle check --json} writes it, and the table of every step. */
  static JsonObject report(Told.Done done) {
    JsonObject json = JsonParser.parseString(ReportJson.write(done.report())).getAsJsonObject();
    if (done.report().verdict() instanceof Verdict.Fails fails
        && fails.trace().events().size() <= EVERY_STEP_MAX) {
      json.add("everyStep", JsonParser.parseString(ReportJson.write(Lanes.all(fails))));
    }
    return json;
  }

  private Response stop(Request request) throws IOException, HttpException {
    String id = Asked.in(request).text("id");
    Job job = running.get(id);
    if (job == null || !id.startsWith(site.browserOf(request) + "-")) {
      return Response.of(Status.NOT_FOUND);
    }
    checks.stop(job);
    return Response.of(Status.NO_CONTENT);
  }
}
