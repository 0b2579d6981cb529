package heddle.lab.api;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import heddle.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A response of one JSON object a line, each sent at once. */
final class Lines {
  static final Gson GSON = new Gson();

  private final OutputStream out;

  private Lines(OutputStream out) {
    this.out = out;
  }

  /** Writes lines until it returns. */
  @FunctionalInterface
  interface Source {
    /**
     * Writes lines.
     *
     * @throws IOException if the browser is gone; let it pass
     */
    void writeTo(Lines lines) throws IOException;
  }

  static Response response(Source source) {
    return Response.stream(
            "application/x-ndjson",
            out -> {
              out.flush();
              source.writeTo(new Lines(out));
            })
        .with("Cache-Control", "no-store");
  }

  /** Writes {@code {"told": told, …members}}. */
  void tell(String told, JsonObject members) throws IOException {
    members.addProperty("told", told);
    line(members);
  }

  /** Writes an object of one member, beside {@code told}. */
  void tell(String told, String member, JsonElement value) throws IOException {
    JsonObject line = new JsonObject();
    line.add(member, value);
    tell(told, line);
  }

  private void line(JsonObject line) throws IOException {
    out.write((GSON.toJson(line) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
