package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each program of the guide to the findings gets the very words that stand beneath it. */
class FindingsGuideTest {
  private static final List<Path> GUIDE =
      List.of(Path.of("../docs/guide/findings.md"), Path.of("../docs/guide/findings-network.md"));
  private static final Pattern EXAMPLE =
      Pattern.compile("## ([^\n]+)\n[^#]*?```java\n(.*?)```\n```\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> each_program_gets_the_words_beneath_it() throws IOException {
    return examples().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.group(1),
                () ->
                    assertThat(check(example.group(1), example.group(2)))
                        .isEqualToNormalizingWhitespace(example.group(3))));
  }

  @Test
  void each_cause_has_an_example() throws IOException {
    String named = text().replace("`", "").toLowerCase(java.util.Locale.ROOT);

    for (Cause.Kind kind : Cause.Kind.values()) {
      String words = kind.label().replace('-', ' ').replace("notify all", "notifyall");
      assertThat(named.replace('-', ' ')).contains("## " + words);
    }
    assertThat(examples()).hasSizeGreaterThan(Cause.Kind.values().length);
  }

  private static List<MatchResult> examples() throws IOException {
    return EXAMPLE.matcher(text()).results().toList();
  }

  private static String text() throws IOException {
    return Files.readString(GUIDE.getFirst()) + Files.readString(GUIDE.getLast());
  }

  private static String check(String name, String source) throws IOException {
    Path sources = Files.createDirectories(folder.resolve(name.replaceAll("\\W", "")));
    Path file = Files.writeString(sources.resolve("Example.java"), source);
    Program program = CompiledProgram.compile(file, sources.resolve("classes")).program();
    Settings settings =
        source.startsWith("// network: faults")
            ? Settings.DEFAULT.with(NetworkLevel.FAULTS)
            : Settings.DEFAULT;
    Report report = Check.explore(program, settings, _ -> {});
    return report.verdict() instanceof Verdict.Fails fails
        ? "✖ fails: " + fails.finding().title() + "\n" + fails.finding().explanation()
        : report.verdict().toString();
  }
}
