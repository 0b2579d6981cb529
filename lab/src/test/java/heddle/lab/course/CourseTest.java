package heddle.lab.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course is as it must be: every program gets its verdict, every solution its marks. */
class CourseTest {
  private static final Path COURSE = Path.of("../course");

  @TempDir Path folder = Path.of(".");

  @Test
  void every_program_gets_its_verdict_and_every_solution_its_marks() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();

    var outcome = CourseCheck.run(Course.read(COURSE), cores, _ -> {});

    assertThat(outcome.complaints()).isEmpty();
    assertThat(outcome.programs()).isGreaterThanOrEqualTo(20);
    assertThat(outcome.solutions()).isGreaterThanOrEqualTo(16 * (1 + CourseCheck.WRONG_MIN));
  }

  @Test
  void the_course_that_heddle_brings_is_the_one_in_the_repository() throws Exception {
    assertThat(Course.own().json()).isEqualTo(Course.read(COURSE).json());
  }

  private Path chapter(String text) throws IOException {
    Files.writeString(folder.resolve("course.md"), "---\ntitle: A course\n---\nShort.\n");
    Path chapter = Files.createDirectories(folder.resolve("01-first"));
    Files.writeString(chapter.resolve("chapter.md"), text);
    return folder;
  }

  @Test
  void a_chapter_without_a_title_is_refused_with_its_place() throws IOException {
    Path course = chapter("---\nteaches: nothing\n---\n## Predict: something\n");

    assertThatThrownBy(() -> Course.read(course))
        .isInstanceOf(CourseException.class)
        .hasMessageContaining("01-first/chapter.md: expected 'title: …'");
  }

  @Test
  void a_screen_with_too_many_words_is_refused() throws IOException {
    Path course =
        chapter(
            "---\ntitle: T\nteaches: t\nminutes: 5\n---\n## Predict: long\n" + "word ".repeat(151));

    assertThatThrownBy(() -> Course.read(course)).hasMessageContaining("151 words, at most 150");
  }

  @Test
  void html_is_refused() throws IOException {
    Path course =
        chapter(
            "---\ntitle: T\nteaches: t\nminutes: 5\n---\n## Predict: x\n\n<script>alert(1)</script>\n");

    assertThatThrownBy(() -> Course.read(course)).hasMessageContaining("got HtmlBlock");
  }
}
