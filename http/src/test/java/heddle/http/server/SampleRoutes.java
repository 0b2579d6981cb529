package heddle.http.server;

import heddle.http.Body;
import heddle.http.Form;
import heddle.http.Handler;
import heddle.http.Headers;
import heddle.http.Multipart;
import heddle.http.Response;
import heddle.http.Router;
import heddle.http.ServerSentEvents;
import heddle.http.Status;
import java.nio.charset.StandardCharsets;

/** Something of everything that a handler can do, for tests. */
final class SampleRoutes {
  private SampleRoutes() {}

  static Handler all() {
    return bodies(responses(Router.of())).build();
  }

  private static Router.Builder responses(Router.Builder routes) {
    return routes
        .get("/hello", _ -> Response.text("hello"))
        .get("/hello/{name}", request -> Response.text("hello " + request.parameter("name")))
        .get("/rest/{path...}", request -> Response.text(request.parameter("path")))
        .get(
            "/from",
            request -> Response.text(request.origin().remote().getAddress().getHostAddress()))
        .get("/host", request -> Response.text(request.host()))
        .get("/query", request -> Response.text(request.query().all("a").toString()))
        .get(
            "/big",
            _ ->
                Response.bytes(
                    "text/plain", "x".repeat(300_000).getBytes(StandardCharsets.US_ASCII)))
        .get(
            "/throws",
            _ -> {
              throw new IllegalStateException("a secret");
            })
        .get("/injects", _ -> Response.of(Status.OK).with("X", "a\r\nSet-Cookie: b"))
        .get("/sets-length", _ -> Response.text("a").with("Content-Length", "7"))
        .get("/nothing", _ -> Response.of(Status.NO_CONTENT))
        .get(
            "/stream",
            _ ->
                Response.stream(
                        "text/plain",
                        out -> {
                          out.write("one".getBytes(StandardCharsets.US_ASCII));
                          out.flush();
                          out.write("two".getBytes(StandardCharsets.US_ASCII));
                        })
                    .withTrailers(() -> Headers.of("X-Sum", "6")))
        .get(
            "/short",
            _ -> Response.of(Status.OK, Headers.EMPTY, new Body.Stream(10, out -> out.write('a'))))
        .get(
            "/events",
            _ ->
                ServerSentEvents.response(events -> {
                  events.send("a\nb");
                  events.send("tick", "7", "c");
                }));
  }

  private static Router.Builder bodies(Router.Builder routes) {
    return routes
        .post("/echo", request -> Response.bytes("text/plain", request.body().readAllBytes()))
        .post("/ignore", _ -> Response.text("ignored"))
        .post(
            "/trailers",
            request -> {
              byte[] _ = request.body().readAllBytes();
              return Response.text(request.trailers().firstOr("X", "none"));
            })
        .post("/form", request -> Response.text(Form.of(request, 1000).fields().toString()))
        .post(
            "/parts",
            request -> {
              StringBuilder text = new StringBuilder();
              Multipart parts = Multipart.of(request);
              for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                text.append(part.get().name()).append('=');
                text.append(new String(part.get().body().readAllBytes(), StandardCharsets.US_ASCII))
                    .append(';');
              }
              return Response.text(text.toString());
            });
  }
}
