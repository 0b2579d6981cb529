package heddle.lab.api;

import com.google.gson.JsonObject;
import heddle.http.HttpException;
import heddle.http.Request;
import heddle.http.Response;
import heddle.http.Router;
import heddle.http.Status;
import heddle.lab.check.Compiler;
import heddle.lab.check.Completion;
import heddle.lab.check.SourceFile;
import heddle.lab.web.Site;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code POST /api/diagnose} and {@code /api/complete}: what the editor asks while one types. */
public final class EditorApi implements AutoCloseable {
  /** Who types waits no longer than this for others who type. */
  private static final long WAIT_SECONDS = 5;

  private final Site site;
  private final BlockingQueue<Compiler> compilers;

  /** An API with {@code parallel} compilers. */
  public EditorApi(Site site, int parallel) {
    this.site = site;
    this.compilers = new ArrayBlockingQueue<>(parallel);
    for (int i = 0; i < parallel; i++) {
      compilers.add(new Compiler());
    }
  }

  /** Adds its routes. */
  public void addTo(Router.Builder routes) {
    routes.post("/api/diagnose", this::diagnose).post("/api/complete", this::complete);
  }

  private interface Work<R> {
    R with(Compiler compiler) throws IOException;
  }

  private <R> R compile(Work<R> work) throws IOException, HttpException, InterruptedException {
    Compiler compiler = compilers.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (compiler == null) {
      throw new HttpException(Status.SERVICE_UNAVAILABLE, "the compilers are busy: try again");
    }
    try {
      return work.with(compiler);
    } finally {
      compilers.add(compiler);
    }
  }

  private Response diagnose(Request request) throws Exception {
    site.browserOf(request);
    List<SourceFile> files = Asked.in(request).files();
    var problems = compile(compiler -> compiler.diagnose(files));
    JsonObject answer = new JsonObject();
    answer.add("problems", Lines.GSON.toJsonTree(problems));
    return Response.json(answer.toString());
  }

  private Response complete(Request request) throws Exception {
    site.browserOf(request);
    Asked asked = Asked.in(request);
    List<SourceFile> files = asked.files();
    String file = asked.text("file");
    int position = asked.number("position");
    var proposals = compile(compiler -> Completion.at(compiler, files, file, position));
    JsonObject answer = new JsonObject();
    answer.add("proposals", Lines.GSON.toJsonTree(proposals));
    return Response.json(answer.toString());
  }

  @Override
  public void close() throws IOException {
    for (Compiler compiler = compilers.poll(); compiler != null; compiler = compilers.poll()) {
      compiler.close();
    }
  }
}
