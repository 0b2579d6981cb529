package heddle.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a stranger reads and tries must be true to the letter. */
class ReadmeTest {
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PRINTED =
      Pattern.compile("\\$ ./heddle check Counter.java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder = Path.of(".");

  private static String readme(Pattern part) throws IOException {
    Matcher matcher = part.matcher(Files.readString(Path.of("../README.md")));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private String check(String program) throws IOException {
    Files.writeString(folder.resolve("Counter.java"), program);
    var heddle =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dheddle.command=./heddle",
                "heddle.cli.Main",
                "check",
                "Counter.java")
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(folder.resolve("Counter.java").toFile()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output = heddle.getInputStream()) {
      return new String(output.readAllBytes(), UTF_8);
    }
  }

  @Test
  void the_program_prints_what_the_readme_says() throws IOException {
    assertThat(check(readme(PROGRAM))).isEqualTo(readme(PRINTED));
  }

  @Test
  void the_mended_program_passes_as_the_readme_says() throws IOException {
    String mended =
        readme(PROGRAM).replace("static void increment", "static synchronized void increment");

    assertThat(check(mended)).isEqualTo("✔ all 2 inequivalent interleavings pass\n");
  }
}
