package heddle.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerTest {
  @TempDir Path folder = Path.of(".");

  private static SourceFile file(String name, String text) {
    return new SourceFile(name, text);
  }

  @Test
  void a_program_of_two_files_is_compiled_and_its_main_class_found() throws IOException {
    try (var compiler = new Compiler()) {
      var compiled =
          compiler.compile(
              List.of(
                  file("Point.java", "record Point(int x) {}"),
                  file("Start.java", "class Start { void main() { new Point(1); } }")),
              folder);

      assertThat(compiled.works()).isTrue();
      assertThat(compiled.mainClass()).contains("Start");
      assertThat(Files.exists(folder.resolve("Point.class"))).isTrue();
    }
  }

  @Test
  void a_compact_source_file_has_a_main_class() throws IOException {
    try (var compiler = new Compiler()) {
      var compiled = compiler.compile(List.of(file("Hello.java", "void main() {}")), folder);

      assertThat(compiled.mainClass()).contains("Hello");
    }
  }

  @Test
  void what_is_wrong_is_said_with_its_place() throws IOException {
    try (var compiler = new Compiler()) {
      var problems = compiler.diagnose(List.of(file("A.java", "class A {\n  int x = \"\";\n}")));

      assertThat(problems).hasSize(1);
      assertThat(problems.getFirst().error()).isTrue();
      assertThat(problems.getFirst().file()).isEqualTo("A.java");
      assertThat(problems.getFirst().line()).isEqualTo(2);
      assertThat(problems.getFirst().message()).contains("String cannot be converted to int");
    }
  }

  @Test
  void members_are_proposed_behind_a_dot_and_variables_elsewhere() throws IOException {
    String text = "class A { void f(Thread worker) { worker.jo } void g(int count) { cou } }";
    try (var compiler = new Compiler()) {
      var members =
          Completion.at(compiler, List.of(file("A.java", text)), "A.java", text.indexOf("jo") + 2);
      var names =
          Completion.at(
              compiler, List.of(file("A.java", text)), "A.java", text.lastIndexOf("cou") + 3);

      assertThat(members).extracting(Completion.Proposal::name).contains("join");
      assertThat(names).extracting(Completion.Proposal::name).containsExactly("count");
    }
  }

  @Test
  void loops_that_only_look_again_are_found_and_others_are_not() throws IOException {
    assertThat(Waiting.in(file("A.java", "class A { boolean b; void f() { while (!b) {} } }")))
        .hasValueSatisfying(found -> assertThat(found).contains("Line 1 spins"));
    assertThat(
            Waiting.in(
                file("A.java", "class A { void f() throws Exception { Thread.sleep(1); } }")))
        .isPresent();
    assertThat(Waiting.in(file("A.java", "class A { int i; void f() { while (i < 3) { i++; } } }")))
        .isEmpty();
  }
}
