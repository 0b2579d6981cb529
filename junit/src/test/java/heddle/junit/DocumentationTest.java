package heddle.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  /** The example stands in a test that runs, so that it can not rot. */
  @Test
  void the_example_of_the_annotation_is_a_test_that_runs() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/heddle/fixtures/BoundedBufferTest.java"));
    int from = source.indexOf("  // example\n") + "  // example\n".length();
    List<String> example =
        source.substring(from, source.indexOf("  // end of example")).lines().toList();

    String documented = Files.readString(Path.of("src/main/java/heddle/junit/Explore.java"));

    for (String line : example) {
      assertThat(documented).contains(line.strip());
    }
    assertThat(example).hasSizeGreaterThan(20);
  }
}
