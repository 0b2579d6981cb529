package heddle.http.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Content codings (RFC 9110 section 8.4.1), the best compressing first. */
enum Coding {
  BROTLI("br", ".br"),
  ZSTANDARD("zstd", ".zst"),
  GZIP("gzip", ".gz"),
  IDENTITY("identity", "");

  private final String token;
  private final String suffix;

  Coding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  /** Returns the name in header fields. */
  String token() {
    return token;
  }

  /** Returns what the name of a file compressed beforehand ends with. */
  String suffix() {
    return suffix;
  }

  /**
   * Returns the coding that the client likes best of those there are; identity if it likes none.
   */
  static Coding choose(String acceptEncoding, Collection<Coding> available) {
    if (acceptEncoding.isEmpty()) {
      return IDENTITY;
    }
    return available.stream()
        .filter(coding -> coding.weight(acceptEncoding) > 0)
        .min(
            Comparator.<Coding>comparingDouble(coding -> -coding.weight(acceptEncoding))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(IDENTITY);
  }

  /**
   * Returns the weight that the client gives this coding, 0 to 1; identity weighs next to nothing
   * unless named.
   */
  private double weight(String acceptEncoding) {
    double any = this == IDENTITY ? 0.0001 : 0;
    for (String item : acceptEncoding.split(",", -1)) {
      String[] parts = item.split(";", 2);
      String name = parts[0].strip().toLowerCase(Locale.ROOT);
      double weight = parts.length > 1 ? weightOf(parts[1].strip()) : 1;
      if (name.equals(token) || (this == GZIP && name.equals("x-gzip"))) {
        return weight;
      }
      if (name.equals("*")) {
        any = weight;
      }
    }
    return any;
  }

  private static double weightOf(String parameter) {
    if (!parameter.startsWith("q=") && !parameter.startsWith("Q=")) {
      return 1;
    }
    try {
      double weight = Double.parseDouble(parameter.substring(2).strip());
      return weight >= 0 && weight <= 1 ? weight : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
