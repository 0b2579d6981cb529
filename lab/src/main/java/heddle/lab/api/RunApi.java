package heddle.lab.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heddle.engine.Steered;
import heddle.engine.trace.Lanes;
import heddle.engine.trace.ReportJson;
import heddle.engine.trace.Trace;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Router;
import heddle.http.Status;
import heddle.lab.check.Checks;
import heddle.lab.check.Job;
import heddle.lab.check.Question;
import heddle.lab.check.SourceFile;
import heddle.lab.check.Told;
import heddle.lab.web.Site;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Single runs: {@code POST /api/steer} runs a program under a person's choices and says which
 * threads can go on; {@code POST /api/passing} gives a run that passes, to compare with.
 */
public final class RunApi {
  private static final long WAIT_SECONDS = 30;

  private final Site site;
  private final Checks checks;

  /** An API over {@code checks}. */
  public RunApi(Site site, Checks checks) {
    this.site = site;
    this.checks = checks;
  }

  /** Adds its routes. */
  public void addTo(Router.Builder routes) {
    routes.post("/api/steer", this::steer).post("/api/passing", this::passing);
  }

  private Response steer(Request request) throws Exception {
    Asked asked = Asked.in(request);
    Told told = ask(request, asked.files(), new Question.Steer(asked.numbers("picks")));
    return switch (told) {
      case Told.Steps(Steered steered) -> Response.json(json(steered).toString());
      default -> throw refused(told);
    };
  }

  private Response passing(Request request) throws Exception {
    Asked asked = Asked.in(request);
    Told told = ask(request, asked.files(), new Question.Pass());
    return switch (told) {
      case Told.Passing(Optional<Trace> trace) -> {
        JsonObject json = new JsonObject();
        trace.ifPresent(passing -> json.add("lanes", lanes(passing)));
        yield Response.json(json.toString());
      }
      default -> throw refused(told);
    };
  }

  private Told ask(Request request, List<SourceFile> files, Question question)
      throws IOException, HttpException, InterruptedException {
    Job job =
        checks
            .submit(site.browserOf(request), files, question)
            .orElseThrow(() ->
                new HttpException(
                    Status.TOO_MANY_REQUESTS, "Too many checks are waiting: try again shortly."));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (System.nanoTime() < end) {
      Told told = job.next(1, TimeUnit.SECONDS);
      if (told != null && told.isLast()) {
        return told;
      }
    }
    checks.stop(job);
    throw new HttpException(Status.SERVICE_UNAVAILABLE, "It took too long: try again shortly.");
  }

  private static HttpException refused(Told told) {
    return new HttpException(
        Status.UNPROCESSABLE_CONTENT,
        told instanceof Told.Rejected
            ? "It does not compile yet: press Check to see why."
            : "This program can not be run step by step.");
  }

  private static JsonObject lanes(Trace trace) {
    return JsonParser.parseString(ReportJson.write(Lanes.of(trace))).getAsJsonObject();
  }

  private static JsonObject json(Steered steered) {
    JsonObject json = new JsonObject();
    json.add("lanes", lanes(steered.trace()));
    JsonArray options = new JsonArray();
    for (int thread : steered.options()) {
      JsonObject option = new JsonObject();
      option.addProperty("thread", thread);
      option.addProperty("name", steered.trace().threads().get(thread).name());
      options.add(option);
    }
    json.add("options", options);
    steered
        .finding()
        .ifPresent(finding -> {
          json.addProperty("title", finding.title());
          json.addProperty("explanation", finding.explanation());
        });
    json.addProperty("continuations", steered.continuations());
    json.addProperty("failing", steered.failing());
    json.addProperty("all", steered.all());
    return json;
  }
}
