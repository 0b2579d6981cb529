package heddle.lab.course;

import heddle.engine.Finding;
import heddle.engine.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The verdicts that a program may get: {@code all-pass}, {@code passes} (all or as many as were
 * explored), {@code not-controllable}, or {@code fails KIND WORDS}, where the kind is that of the
 * finding, such as {@code lost-update}, and the words occur in its title; several with {@code or}
 * between them.
 */
record Expectation(List<Alternative> alternatives, boolean onlySleep) {
  private static final Pattern FORM =
      Pattern.compile("(all-pass|passes|not-controllable|fails)(?: ([a-z-]+))?(?: (.+))?");

  /** One verdict that is allowed. */
  private record Alternative(String verdict, String kind, String words) {}

  static Expectation parse(Header header) throws CourseException {
    List<Alternative> alternatives = new ArrayList<>();
    for (String text : header.required("verdict").split(" or ", -1)) {
      Matcher matcher = FORM.matcher(text.strip());
      boolean known = matcher.matches();
      boolean fails = known && matcher.group(1).equals("fails");
      if (!known || (!fails && matcher.group(2) != null)) {
        throw new CourseException(
            header.where()
                + ": verdict: expected all-pass, passes, not-controllable or 'fails KIND', got "
                + text);
      }
      alternatives.add(
          new Alternative(
              matcher.group(1),
              Optional.ofNullable(matcher.group(2)).orElse(""),
              Optional.ofNullable(matcher.group(3)).orElse("")));
    }
    return new Expectation(List.copyOf(alternatives), header.value("only-sleep").equals("true"));
  }

  /** Returns whether only failures are allowed. */
  boolean mustFail() {
    return alternatives.stream().allMatch(one -> one.verdict.equals("fails"));
  }

  /** Returns what is wrong with {@code verdict}; empty when it is as it must be. */
  Optional<String> complaint(Verdict verdict) {
    if (alternatives.stream().noneMatch(one -> allows(one, verdict))) {
      return Optional.of("expected %s, got %s".formatted(this, described(verdict)));
    }
    if (verdict instanceof Verdict.Fails fails && fails.onlySleepPrevents() != onlySleep) {
      return Optional.of(
          onlySleep
              ? "expected it to fail only when sleeps may overtake, but it fails without"
              : "expected it to fail without sleeps that overtake, but it does not");
    }
    return Optional.empty();
  }

  private static boolean allows(Alternative one, Verdict verdict) {
    return switch (verdict) {
      case Verdict.AllPass _ -> one.verdict.equals("all-pass") || one.verdict.equals("passes");
      case Verdict.NothingFound _ -> one.verdict.equals("passes");
      case Verdict.NotControllable _ -> one.verdict.equals("not-controllable");
      case Verdict.Fails fails ->
          one.verdict.equals("fails")
              && (one.kind.isEmpty() || one.kind.equals(kind(fails.finding())))
              && fails.finding().title().contains(one.words);
    };
  }

  /** Returns {@code lost-update} for a {@code LostUpdate}. */
  static String kind(Finding finding) {
    return finding
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }

  static String described(Verdict verdict) {
    return switch (verdict) {
      case Verdict.AllPass all -> "all " + all.interleavings() + " interleavings pass";
      case Verdict.NothingFound _ -> "nothing found";
      case Verdict.NotControllable(var escapes) -> "not controllable: " + escapes.getFirst().what();
      case Verdict.Fails fails ->
          "fails %s (%s)".formatted(kind(fails.finding()), fails.finding().title());
    };
  }

  @Override
  public String toString() {
    return String.join(
        " or ",
        alternatives.stream()
            .map(one -> (one.verdict + " " + one.kind + " " + one.words).strip())
            .toList());
  }
}
