package heddle.lab.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import heddle.engine.Budget;
import heddle.engine.NetworkLevel;
import heddle.engine.RacePolicy;
import heddle.engine.Schedule;
import heddle.engine.Settings;
import heddle.engine.StrategyKind;
import heddle.engine.TimePolicy;
import heddle.http.HttpException;
import heddle.http.MediaTypes;
import heddle.http.Request;
import heddle.http.Status;
import heddle.lab.check.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what the page sends; whatever is wrong with it is answered 400, in one line. */
final class Asked {
  private static final int BODY_BYTES_MAX = 4 << 20;

  /** The longest exploration that one press may start, in seconds. */
  private static final long SECONDS_MAX = 60;

  private final JsonObject json;

  private Asked(JsonObject json) {
    this.json = json;
  }

  /** Reads the body of {@code request}. */
  static Asked in(Request request) throws IOException, HttpException {
    String type = MediaTypes.essence(request.headers().firstOr("Content-Type", ""));
    if (!type.equals("application/json")) {
      throw new HttpException(Status.UNSUPPORTED_MEDIA_TYPE, "expected application/json");
    }
    String text = new String(request.bodyBytes(BODY_BYTES_MAX), StandardCharsets.UTF_8);
    try {
      return new Asked(JsonParser.parseString(text).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException wrong) {
      throw bad("body: expected a JSON object");
    }
  }

  static HttpException bad(String reason) {
    return new HttpException(Status.BAD_REQUEST, reason);
  }

  /** Returns the files under {@code files}, each an object with a name and a text. */
  List<SourceFile> files() throws HttpException {
    JsonElement given = json.get("files");
    if (!(given instanceof JsonArray array)) {
      throw bad("files: expected an array");
    }
    List<SourceFile> files = new ArrayList<>();
    try {
      for (JsonElement each : array) {
        JsonObject file = each.getAsJsonObject();
        files.add(new SourceFile(file.get("name").getAsString(), file.get("text").getAsString()));
      }
      SourceFile.requireProgram(files);
    } catch (IllegalArgumentException wrong) {
      throw bad(String.valueOf(wrong.getMessage()));
    } catch (RuntimeException wrong) {
      throw bad("files: expected objects with a name and a text");
    }
    return files;
  }

  /** Returns how to explore: what {@code settings} leaves out is as by default. */
  Settings settings() throws HttpException {
    JsonObject given =
        json.get("settings") instanceof JsonObject object ? object : new JsonObject();
    try {
      long seconds = Math.clamp(number(given, "seconds", 10), 1, SECONDS_MAX);
      return new Settings(
              new Budget(
                  Duration.ofSeconds(seconds),
                  number(given, "executions", Long.MAX_VALUE),
                  Long.MAX_VALUE),
              StrategyKind.valueOf(text(given, "strategy", "auto").toUpperCase(Locale.ROOT)),
              TimePolicy.valueOf(text(given, "clock", "both").toUpperCase(Locale.ROOT)),
              number(given, "seed", 1),
              given.has("schedule")
                  ? Optional.of(new Schedule(given.get("schedule").getAsString()))
                  : Optional.empty(),
              Settings.STEPS_PER_EXECUTION)
          .with(RacePolicy.IGNORE)
          .with(network(text(given, "network", "tcp")))
          .countingOutcomes(given.has("outcomes") && given.get("outcomes").getAsBoolean());
    } catch (IllegalArgumentException | UnsupportedOperationException wrong) {
      throw bad("settings: " + wrong.getMessage());
    }
  }

  /** The machine's own network is not for programs that come in over it. */
  private static NetworkLevel network(String name) {
    NetworkLevel level = NetworkLevel.valueOf(name.toUpperCase(Locale.ROOT));
    if (level == NetworkLevel.REAL) {
      throw new IllegalArgumentException("network: expected none, tcp or faults, got real");
    }
    return level;
  }

  /** Returns a text member. */
  String text(String name) throws HttpException {
    try {
      return text(json, name, "");
    } catch (UnsupportedOperationException | IllegalStateException wrong) {
      throw bad(name + ": expected a text");
    }
  }

  /** Returns a whole number, 0 when there is none. */
  int number(String name) throws HttpException {
    try {
      return Math.toIntExact(number(json, name, 0));
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException wrong) {
      throw bad(name + ": expected a number");
    }
  }

  /** Returns an array of whole numbers, an empty one when there is none. */
  List<Integer> numbers(String name) throws HttpException {
    List<Integer> numbers = new ArrayList<>();
    try {
      if (json.get(name) instanceof JsonArray array) {
        array.forEach(each -> numbers.add(each.getAsInt()));
      }
    } catch (NumberFormatException | UnsupportedOperationException wrong) {
      throw bad(name + ": expected numbers");
    }
    return numbers;
  }

  private static String text(JsonObject object, String name, String otherwise) {
    return object.has(name) ? object.get(name).getAsString() : otherwise;
  }

  private static long number(JsonObject object, String name, long otherwise) {
    return object.has(name) ? object.get(name).getAsLong() : otherwise;
  }
}
