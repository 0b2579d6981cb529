package heddle.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the sample project as a user would: with Maven, from a repository that holds Heddle's
 * jars, in a folder of its own.
 */
class SampleProjectTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final long RUN_SECONDS_MAX = 240;

  @TempDir Path folder;

  @BeforeEach
  void a_copy_of_the_sample_and_a_repository_with_our_jars() throws IOException {
    Path sample = ROOT.resolve("junit/sample");
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.filter(path -> !path.startsWith(sample.resolve("target"))).toList()) {
        Path copy = folder.resolve("sample").resolve(sample.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        if (Files.isRegularFile(file)) {
          Files.copy(file, copy);
        }
      }
    }
    install("heddle-parent", ROOT.resolve("pom.xml"), null);
    for (String module : List.of("hooks", "engine", "junit")) {
      String artifact = "heddle-" + module;
      install(
          artifact,
          ROOT.resolve(module).resolve("pom.xml"),
          ROOT.resolve(module).resolve("target").resolve(artifact + "-" + VERSION + ".jar"));
    }
    linkTheRest();
  }

  private void install(String artifact, Path pom, @org.jspecify.annotations.Nullable Path jar)
      throws IOException {
    Path target =
        Files.createDirectories(
            folder.resolve("repository/heddle").resolve(artifact).resolve(VERSION));
    Files.copy(pom, target.resolve(artifact + "-" + VERSION + ".pom"));
    if (jar != null) {
      assertThat(jar).as("a jar made by ./build verify").exists();
      Files.copy(jar, target.resolve(artifact + "-" + VERSION + ".jar"));
    }
  }

  /** What the sample needs besides is what this build has used, and so is there already. */
  private void linkTheRest() throws IOException {
    Path used =
        Path.of(
            System.getProperty(
                "localRepository", System.getProperty("user.home") + "/.m2/repository"));
    try (Stream<Path> entries = Files.list(used)) {
      for (Path entry : entries.toList()) {
        Path link = folder.resolve("repository").resolve(String.valueOf(entry.getFileName()));
        if (!Files.exists(link)) {
          Files.createSymbolicLink(link, entry);
        }
      }
    }
  }

  /** Runs {@code mvn test}; returns its exit code and what it printed. */
  private String test() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("mvn", "-B", "-o", "test", "-Dstyle.color=never"));
    command.add("-Dmaven.repo.local=" + folder.resolve("repository"));
    Path printed = folder.resolve("printed.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.resolve("sample").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("MAVEN_OPTS", "-Dstdout.encoding=UTF-8 -XX:TieredStopAtLevel=1");
    builder.redirectErrorStream(true).redirectOutput(printed.toFile());
    Process maven = builder.start();
    boolean ended = maven.waitFor(RUN_SECONDS_MAX, TimeUnit.SECONDS);
    if (!ended) {
      maven.destroyForcibly();
    }
    assertThat(ended).as("mvn ended within %d seconds", RUN_SECONDS_MAX).isTrue();
    return Files.readString(printed) + "exit " + maven.exitValue() + "\n";
  }

  @Test
  void the_sample_fails_then_replays_and_passes_when_it_is_mended()
      throws IOException, InterruptedException {
    Path kept =
        folder.resolve("sample/target/heddle/shop.StockTest.the_last_piece_is_sold_once.schedule");

    String first = test();

    assertThat(first)
        .contains("✖ fails: AssertionFailedError: expected: <0> but was: <-1>")
        .contains("A Ann", "B Bob", "write left ← -1")
        .contains("replay: @Explore(schedule = \"s:")
        .contains("the next run replays it first; kept as ")
        .contains("Tests run: 1, Failures: 1, Errors: 0, Skipped: 0")
        .endsWith("exit 1\n");
    assertThat(kept).exists();

    String second = test();

    assertThat(second)
        .contains("it is the kept schedule, which was replayed first: ")
        .contains("(execution 1, seed 1, ")
        .endsWith("exit 1\n");

    Path source = folder.resolve("sample/src/main/java/shop/Stock.java");
    Files.writeString(
        source,
        Files.readString(source)
            .replace("public boolean take()", "public synchronized boolean take()"));
    String third = test();

    assertThat(third)
        .contains(" passes now, and is deleted")
        .containsPattern("✔ all \\d+ inequivalent interleavings pass")
        .endsWith("exit 0\n");
    assertThat(kept).doesNotExist();
  }
}
