package heddle.http.serve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be set, by a flag or in the configuration file: one name for both, one list for {@code
 * --help}.
 */
enum Setting {
  ROOT("root", "FOLDER", "folder to serve; on the command line also without --root"),
  PORT("port", "N", "port to listen at (8080); 0 for any that is free"),
  ADDRESS("address", "A", "address to listen at (127.0.0.1); 0.0.0.0 for all"),
  INDEX("index", "NAME", "page shown for a folder (index.html); may be repeated"),
  LISTING("listing", null, "list folders that have no such page"),
  LINKS("links", null, "follow symbolic links out of the folder"),
  HIDDEN("hidden", null, "serve names that begin with a dot"),
  CACHE("cache", "GLOB=VALUE", "Cache-Control for some paths, as in '*.css=max-age=60'"),
  HOST("host", "NAME=FOLDER", "another folder for another host name; may be repeated"),
  PROXY("proxy", "PREFIX=URL", "hand requests below a path on to another server"),
  TLS_CERT("tls-cert", "FILE", "certificate chain, PEM; read again when it changes"),
  TLS_KEY("tls-key", "FILE", "its key, PKCS #8 PEM without password"),
  SELF_SIGNED("self-signed", null, "TLS with a certificate made now, for development"),
  ACCESS_LOG("access-log", "FILE", "write a line for each response; - for standard output"),
  LOG_FORMAT("log-format", "FORM", "combined (the default) or json"),
  OBSERVE("observe", null, "serve /-/status and /-/metrics"),
  TRUST("trust", "ADDRESS", "believe X-Forwarded-* of this proxy or network"),
  MAX_CONNECTIONS("max-connections", "N", "open at once (50000)"),
  MAX_CONNECTIONS_PER_ADDRESS("max-connections-per-address", "N", "open at once from one"),
  MAX_REQUESTS_PER_SECOND("max-requests-per-second", "N", "from one address; more get 429"),
  MAX_BODY("max-body", "BYTES", "of a request (16777216)"),
  IDLE("idle", "SECONDS", "how long an idle connection is kept (60)"),
  CARRIER("carrier", "KIND", "what connections run on: auto (the default), loop or blocking"),
  DRAIN("drain", "SECONDS", "how long a stop waits for responses under way (10)");

  private final String key;
  private final Optional<String> value;
  private final String help;

  Setting(String key, @Nullable String value, String help) {
    this.key = key;
    this.value = Optional.ofNullable(value);
    this.help = help;
  }

  String key() {
    return key;
  }

  /** Returns what its value is called; empty for a switch. */
  Optional<String> value() {
    return value;
  }

  String help() {
    return help;
  }

  /**
   * Returns the setting of that name.
   *
   * @param where the name stands, for the message
   */
  static Setting of(String key, String where) throws UsageException {
    for (Setting setting : values()) {
      if (setting.key.equals(key)) {
        return setting;
      }
    }
    String nearest =
        Arrays.stream(values())
            .map(Setting::key)
            .filter(other -> distance(key, other) <= 2)
            .min(Comparator.comparingInt(other -> distance(key, other)))
            .map(other -> "; did you mean " + other + "?")
            .orElse("");
    throw new UsageException(where + ": unknown setting " + key + nearest);
  }

  /**
   * Returns how many letters must be inserted, left out, replaced or swapped with their neighbour
   * to make one word of the other (optimal string alignment).
   */
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int replaced = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        steps[i][j] = swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
      }
    }
    return steps[a.length()][b.length()];
  }
}
