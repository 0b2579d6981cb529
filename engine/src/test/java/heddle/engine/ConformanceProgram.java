package heddle.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program of the collection and what its header says about it. The header is the comment at the
 * top of the file, a {@code // key: value} a line:
 *
 * <ul>
 *   <li>{@code verdict: ...}: the verdict that the program must get, or several with {@code or}
 *       between them
 *   <li>{@code why: ...}: one sentence that says why
 *   <li>{@code cause}: the name that the cause must get, such as {@code lost-wake-up}; {@code none}
 *       when it must get none
 *   <li>{@code only-sleep}: {@code true} when nothing but sleeps and time-outs keeps the program
 *       right
 *   <li>{@code interleavings}: how many there are, derived by hand
 *   <li>{@code main}: the class with {@code main}; by default the one named like the file
 *   <li>{@code hosts}: {@code name=Class} for each host, with commas between them; {@code :2} makes
 *       two of them, and words that follow are arguments
 *   <li>{@code args}, {@code input}: arguments and standard input, where {@code \n} ends a line
 *   <li>{@code output}: what it must print, without white space at the ends
 *   <li>{@code liberties}: what the specification allows and is to be explored, such as {@code
 *       spurious wake-ups}, with commas between them
 *   <li>{@code network}: what the simulated network may do; {@code tcp} by default
 *   <li>{@code executions}, {@code seconds}: the budget
 *   <li>{@code races}: {@code ignore} when data races are not to be reported
 * </ul>
 *
 * @param file the source file
 * @param header the lines of the header by their keys
 * @param verdicts the verdicts that it may get; never empty
 */
record ConformanceProgram(Path file, Map<String, String> header, List<ExpectedVerdict> verdicts) {
  private static final Set<String> KEYS =
      Set.of(
          "verdict",
          "why",
          "only-sleep",
          "cause",
          "interleavings",
          "main",
          "hosts",
          "args",
          "input",
          "output",
          "executions",
          "seconds",
          "liberties",
          "races",
          "network");
  private static final Pattern HOST = Pattern.compile("([a-z-]+)=(\\w+)(?::(\\d))?");
  private static final Pattern LINE = Pattern.compile("// ([a-z-]+): (.+)");

  /** Enough for each finding of the collection, and little enough to run all of it in a build. */
  private static final String EXECUTIONS_DEFAULT = "20000";

  private static final String SECONDS_DEFAULT = "2";

  /**
   * Programs that end their exploration themselves get more: it costs nothing, and a slow machine
   * does not matter.
   */
  private static final String SECONDS_TO_THE_END = "20";

  /** Returns the programs under {@code folder}, by topic and name. */
  static List<ConformanceProgram> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources =
          files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      return sources.stream().map(ConformanceProgram::read).toList();
    }
  }

  /**
   * Reads the header of {@code file}.
   *
   * @throws IllegalArgumentException when the header is not well-formed
   */
  static ConformanceProgram read(Path file) {
    Map<String, String> header = new LinkedHashMap<>();
    for (String line : lines(file).takeWhile(line -> line.startsWith("//")).toList()) {
      Matcher matcher = LINE.matcher(line);
      check(file, matcher.matches(), "expected // key: value, got " + line);
      check(file, KEYS.contains(matcher.group(1)), "unknown key " + matcher.group(1));
      String before = header.put(matcher.group(1), matcher.group(2).strip());
      check(file, before == null, "expected each key once, got two of " + matcher.group(1));
    }
    check(file, header.containsKey("verdict"), "expected a line // verdict: ..., got none");
    try {
      var verdicts = ExpectedVerdict.parse(header.getOrDefault("verdict", ""));
      var program = new ConformanceProgram(file, Map.copyOf(header), verdicts);
      program.checkHeader();
      return program;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private void checkHeader() {
    check(header("why").endsWith("."), "why: expected a sentence, got " + header("why"));
    check(header("only-sleep").matches("(true)?"), "only-sleep: expected true or no such line");
    check(!onlySleep() || mustBeFound(), "only-sleep: expected a verdict that fails");
    check(
        header("cause").matches("(none)?")
            || Arrays.stream(Cause.Kind.values()).anyMatch(k -> k.label().equals(header("cause"))),
        "cause: expected none or a name such as lost-wake-up, got " + header("cause"));
    check(header("cause").isEmpty() || mustBeFound(), "cause: expected a verdict that fails");
    check(header("interleavings").matches("([1-9]\\d*)?"), "interleavings: expected a number");
    check(
        header("interleavings").isEmpty() || header("verdict").equals("all-pass"),
        "interleavings: expected the verdict all-pass, for they are counted by a full search");
    var _ = settings();
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  private static void check(Path file, boolean holds, String message) {
    check(holds, file + ": " + message);
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String header(String key) {
    return header.getOrDefault(key, "");
  }

  /** Returns the name with its topic, such as {@code locks/TryLock}. */
  String name() {
    String topic = String.valueOf(folder().getFileName());
    return topic + "/" + String.valueOf(file.getFileName()).replaceFirst("\\.java$", "");
  }

  private Path folder() {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  String why() {
    return header("why");
  }

  /** Returns whether nothing but sleeps and time-outs keeps the program right. */
  boolean onlySleep() {
    return header.containsKey("only-sleep");
  }

  /** Returns whether each verdict that it may get is a finding. */
  boolean mustBeFound() {
    return verdicts.stream().allMatch(ExpectedVerdict.Fails.class::isInstance);
  }

  /** Returns whether no verdict that it may get is a finding. */
  boolean mustPass() {
    return verdicts.stream()
        .allMatch(verdict ->
            verdict instanceof ExpectedVerdict.AllPass
                || verdict instanceof ExpectedVerdict.Passes);
  }

  Program program(Path classes) {
    if (header.containsKey("hosts")) {
      return new Program(hosts(classes), List.of(folder()), new byte[0], List.of());
    }
    return new Program(
        List.of(classes),
        List.of(folder()),
        header.getOrDefault("main", String.valueOf(file.getFileName()).replace(".java", "")),
        header("args").isEmpty() ? List.of() : List.of(header("args").split(" ")),
        header("input").replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
  }

  private List<Program.Host> hosts(Path classes) {
    List<Program.Host> hosts = new ArrayList<>();
    for (String host : List.of(header("hosts").split(", "))) {
      List<String> words = List.of(host.split(" "));
      Matcher matcher = HOST.matcher(words.getFirst());
      check(matcher.matches(), "hosts: expected name=Class or name=Class:2, got " + host);
      String counted = matcher.group(3);
      int count = counted == null ? 1 : Integer.parseInt(counted);
      for (int i = 1; i <= count; i++) {
        hosts.add(
            new Program.Host(
                count == 1 ? matcher.group(1) : matcher.group(1) + "-" + i,
                List.of(classes),
                matcher.group(2),
                words.subList(1, words.size())));
      }
    }
    return hosts;
  }

  Settings settings() {
    String enough = header("verdict").contains("passes") ? SECONDS_DEFAULT : SECONDS_TO_THE_END;
    var budget =
        new Budget(
            Duration.ofSeconds(Long.parseLong(header.getOrDefault("seconds", enough))),
            Long.parseLong(header.getOrDefault("executions", EXECUTIONS_DEFAULT)),
            Long.MAX_VALUE);
    return new Settings(
            budget,
            header.containsKey("interleavings") ? StrategyKind.DFS : StrategyKind.AUTO,
            TimePolicy.BOTH,
            Settings.DEFAULT.seed(),
            Optional.empty(),
            Settings.STEPS_PER_EXECUTION)
        .with(liberties())
        .with(RacePolicy.valueOf(header.getOrDefault("races", "report").toUpperCase(Locale.ROOT)))
        .with(NetworkLevel.valueOf(header.getOrDefault("network", "tcp").toUpperCase(Locale.ROOT)));
  }

  private Set<Liberty> liberties() {
    if (header("liberties").isEmpty()) {
      return Set.of();
    }
    return Arrays.stream(header("liberties").split(", "))
        .map(word ->
            Arrays.stream(Liberty.values())
                .filter(liberty -> liberty.text().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("liberties: no such: " + word)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String cause(Finding finding) {
    return finding.cause().map(cause -> cause.kind().label()).orElse("none");
  }

  /** Returns what is wrong with {@code report}; empty when it says what it must. */
  Optional<String> complaint(Report report) {
    Verdict verdict = report.verdict();
    if (verdicts.stream().noneMatch(expected -> expected.allows(verdict))) {
      String expected =
          verdicts.stream().map(ExpectedVerdict::toString).collect(Collectors.joining(" or "));
      return Optional.of("expected " + expected);
    }
    if (verdict instanceof Verdict.Fails fails && fails.onlySleepPrevents() != onlySleep()) {
      return Optional.of(
          onlySleep()
              ? "expected it to fail only when sleeps may overtake"
              : "expected it to fail also when time moves only when nobody can run");
    }
    if (verdict instanceof Verdict.Fails fails
        && !header("cause").isEmpty()
        && !cause(fails.finding()).equals(header("cause"))) {
      return Optional.of("expected the cause " + header("cause"));
    }
    if (verdict instanceof Verdict.AllPass all
        && !header("interleavings").isEmpty()
        && all.interleavings() != Long.parseLong(header("interleavings"))) {
      return Optional.of("expected " + header("interleavings") + " interleavings");
    }
    if (header.containsKey("output") && !report.output().strip().equals(header("output"))) {
      return Optional.of("expected the output " + header("output"));
    }
    return Optional.empty();
  }
}
