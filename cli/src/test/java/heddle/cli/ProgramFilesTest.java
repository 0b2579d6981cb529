package heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {
  @TempDir Path folder = Path.of(".");
  private Shell shell = new Shell(folder);

  @BeforeEach
  void aShell() {
    shell = new Shell(folder);
  }

  private String mainClassOf(String... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "check";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    assertThat(shell.heddle(words)).as(shell.errors()).isEqualTo(0);
    return shell.programs.getLast().mainClass();
  }

  @Test
  void a_compact_source_file_is_the_class_of_its_name() throws IOException {
    shell.file("Hello.java", "int x;\nvoid main() { IO.println(x); }");

    assertThat(mainClassOf("DIR/Hello.java")).isEqualTo("Hello");
  }

  @Test
  void a_package_is_part_of_the_name() throws IOException {
    shell.file("Transfer.java", "package bank.core;\nclass Transfer { static void main() {} }");

    assertThat(mainClassOf("DIR/Transfer.java")).isEqualTo("bank.core.Transfer");
  }

  @Test
  void of_several_classes_the_first_with_main_is_meant() throws IOException {
    shell.file(
        "Many.java",
        """
        record Account(int balance) {}
        class Second { public static void main(String[] args) {} }
        public class Many { public static void main(String[] args) {} }
        """);

    assertThat(mainClassOf("DIR/Many.java")).isEqualTo("Second");
    assertThat(mainClassOf("--main", "Many", "DIR/Many.java")).isEqualTo("Many");
  }

  @Test
  void an_instance_main_needs_a_constructor_without_parameters() throws IOException {
    shell.file("I.java", "class No { No(int x) {} void main() {} }\nclass Yes { void main() {} }");

    assertThat(mainClassOf("DIR/I.java")).isEqualTo("Yes");
  }

  @Test
  void main_may_be_inherited() throws IOException {
    shell.file("I.java", "abstract class Base { void main() {} }\nclass App extends Base {}");

    assertThat(mainClassOf("DIR/I.java")).isEqualTo("App");
  }

  @Test
  void a_file_finds_the_classes_beside_it_from_the_root_of_its_package() throws IOException {
    shell
        .file(
            "src/bank/Main.java",
            "package bank; class Main { static void main() { new util.Log(); } }")
        .file("src/util/Log.java", "package util; public class Log {}")
        .file("src/bank/Broken.java", "package bank; class Broken { nonsense }");

    assertThat(mainClassOf("DIR/src/bank/Main.java")).isEqualTo("bank.Main");
    assertThat(shell.programs.getFirst().sources()).containsExactly(folder.resolve("src"));
  }

  @Test
  void a_folder_is_compiled_whole() throws IOException {
    shell
        .file("app/b/Main.java", "package b; class Main { static void main() { new a.A(); } }")
        .file("app/a/A.java", "package a; public class A {}");

    assertThat(mainClassOf("DIR/app")).isEqualTo("b.Main");
  }

  @Test
  void a_compiled_class_is_taken_from_the_class_path() throws IOException, UserError {
    shell.file("Main.java", "package bank; class Main { static void main() {} }");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    new SourceCompiler(System.err)
        .compile(List.of(folder.resolve("Main.java")), folder, List.of(), classes);

    assertThat(mainClassOf("-cp", "DIR/classes", "bank.Main")).isEqualTo("bank.Main");
    assertThat(shell.programs.getFirst().classPath()).containsExactly(classes);
  }

  @Test
  void nothing_is_left_behind() throws IOException {
    shell.file("Hello.java", "void main() {}");

    mainClassOf("DIR/Hello.java");

    assertThat(shell.programs.getFirst().classPath()).noneMatch(Files::exists);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("Hello.java"));
    }
  }
}
