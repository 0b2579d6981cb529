package heddle.http.files;

import heddle.http.Headers;
import heddle.http.HttpDate;
import heddle.http.Status;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What tells one version of a file from another, and the questions a client can ask with it (RFC
 * 9110 section 13).
 *
 * @param etag strong, with its quotes
 * @param modified to the second
 */
record Validators(String etag, Instant modified) {
  static Validators of(BasicFileAttributes attributes, Coding coding) {
    Instant modified = attributes.lastModifiedTime().toInstant();
    long nanos = modified.getEpochSecond() * 1_000_000_000L + modified.getNano();
    String version = Long.toHexString(nanos) + "-" + Long.toHexString(attributes.size());
    String etag = coding == Coding.IDENTITY ? version : version + "-" + coding.token();
    return new Validators('"' + etag + '"', modified.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Returns 304 or 412 if the request's conditions ask for that, in the order of section 13.2.2.
   */
  Optional<Status> evaluate(Headers request) {
    Optional<String> match = request.list("If-Match");
    if (match.isPresent()) {
      if (!listMatches(match.get(), false)) {
        return Optional.of(Status.PRECONDITION_FAILED);
      }
    } else if (isBefore(request, "If-Unmodified-Since")) {
      return Optional.of(Status.PRECONDITION_FAILED);
    }
    Optional<String> noneMatch = request.list("If-None-Match");
    if (noneMatch.isPresent()) {
      return listMatches(noneMatch.get(), true)
          ? Optional.of(Status.NOT_MODIFIED)
          : Optional.empty();
    }
    boolean unchanged =
        request
            .first("If-Modified-Since")
            .flatMap(HttpDate::parse)
            .map(since -> !modified.isAfter(since))
            .orElse(false);
    return unchanged ? Optional.of(Status.NOT_MODIFIED) : Optional.empty();
  }

  /**
   * Returns whether a range may be answered with a part: nothing asked, or exactly this version
   * (section 13.1.5).
   */
  boolean allowRange(Headers request) {
    Optional<String> condition = request.first("If-Range");
    if (condition.isEmpty()) {
      return true;
    }
    return condition.get().startsWith("\"")
        ? condition.get().equals(etag)
        : HttpDate.parse(condition.get()).map(modified::equals).orElse(false);
  }

  private boolean isBefore(Headers request, String name) {
    return request.first(name).flatMap(HttpDate::parse).map(modified::isAfter).orElse(false);
  }

  /** Compares weakly if allowed: then {@code W/} in front of a tag is ignored. */
  private boolean listMatches(String list, boolean weakly) {
    if (list.equals("*")) {
      return true;
    }
    for (String item : list.split(",", -1)) {
      String tag = item.strip();
      if (tag.equals(etag) || (weakly && tag.equals("W/" + etag))) {
        return true;
      }
    }
    return false;
  }
}
