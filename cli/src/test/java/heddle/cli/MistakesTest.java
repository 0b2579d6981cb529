package heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person gets who mistypes: one line that says what, where, what was expected and what to
 * do.
 */
class MistakesTest {
  @TempDir Path folder = Path.of(".");
  private Shell shell = new Shell(folder);

  @BeforeEach
  void aProgram() throws IOException {
    shell = new Shell(folder).file("A.java", "void main() {}");
  }

  private void rejects(String line, String... arguments) {
    assertThat(shell.heddle(arguments)).isEqualTo(2);
    assertThat(shell.errors()).isEqualTo("heddle: " + line + "\n");
    assertThat(shell.output()).isEmpty();
    assertThat(shell.programs).isEmpty();
  }

  @Test
  void no_command() {
    rejects("expected a command, got none: try './heddle check Program.java', or './heddle help'");
  }

  @Test
  void an_unknown_command() {
    rejects(
        "unknown command 'chek': did you mean check? ('./heddle help' lists them)",
        "chek",
        "DIR/A.java");
  }

  @Test
  void an_unknown_option() {
    rejects(
        "unknown option '--sed': did you mean --seed? ('./heddle help check' lists them; put --"
            + " before the program's own)",
        "check",
        "DIR/A.java",
        "--sed",
        "7");
  }

  @Test
  void an_option_that_resembles_none() {
    rejects(
        "unknown option '--quiet-please': it is none of ./heddle's ('./heddle help check' lists"
            + " them; put -- before the program's own)",
        "check",
        "DIR/A.java",
        "--quiet-please");
  }

  @Test
  void an_option_without_its_value() {
    rejects("--seed: expected a value, got none", "check", "DIR/A.java", "--seed");
  }

  @Test
  void a_time_that_is_none() {
    rejects(
        "--time: expected a time above zero such as 500ms, 10s or 2m, got '0s'",
        "check",
        "--time",
        "0s",
        "DIR/A.java");
  }

  @Test
  void a_count_too_large_for_any_computer() {
    rejects(
        "--executions: expected a number above zero such as 1000, 100_000 or 20k, got"
            + " '99999999999999999999k'",
        "check",
        "--executions",
        "99999999999999999999k",
        "DIR/A.java");
  }

  @Test
  void an_unknown_strategy() {
    rejects(
        "--strategy: expected auto, exhaustive, dfs, races, random, pct or pos, got 'bfs'",
        "check",
        "--strategy",
        "bfs",
        "DIR/A.java");
  }

  @Test
  void no_program() {
    rejects(
        "expected a program, got none: name a source file, a folder of sources, or -cp PATH and a"
            + " class",
        "check");
  }

  @Test
  void a_file_that_is_not_there() {
    rejects(
        "DIR/B.java: there is no such file: check the name and the folder", "check", "DIR/B.java");
  }

  @Test
  void a_file_that_is_not_java() throws IOException {
    shell.file("notes.txt", "hello");

    rejects(
        "DIR/notes.txt: expected a file that ends in .java (for a compiled class, say where it is:"
            + " -cp PATH DIR/notes.txt)",
        "check",
        "DIR/notes.txt");
  }

  @Test
  void a_folder_without_sources() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    rejects("DIR/empty: expected .java files in this folder, got none", "check", "DIR/empty");
  }

  @Test
  void a_class_without_main() throws IOException {
    shell.file("B.java", "class B { private static void main(String[] a) {} }");

    rejects(
        "DIR/B.java: expected a main method that is not private, such as 'void main()', got none",
        "check",
        "DIR/B.java");
  }

  @Test
  void a_folder_with_two_mains() throws IOException {
    shell
        .file("two/C.java", "class C { static void main() {} }")
        .file("two/D.java", "class D { static void main() {} }");

    rejects(
        "DIR/two: expected one class with main, got 2 (C, D): choose one with --main C",
        "check",
        "DIR/two");
  }

  @Test
  void a_class_path_that_is_not_there() {
    rejects(
        "-cp: expected folders and jars, but there is no 'DIR/lib': compile it, or mend the path",
        "check",
        "-cp",
        "DIR/lib",
        "Main");
  }

  @Test
  void a_class_that_is_not_on_the_class_path() {
    rejects(
        "class bank.Main: it is not in -cp DIR: give its full name, with its package, and the"
            + " folder above",
        "check",
        "-cp",
        "DIR",
        "bank.Main");
  }

  @Test
  void a_schedule_that_is_none() {
    rejects(
        "--schedule: expected a schedule such as s:0-1.3-2-1, got 'zz': copy it from the 'replay:'"
            + " line of 'heddle check'",
        "replay",
        "DIR/A.java",
        "--schedule",
        "zz");
  }

  @Test
  void a_replay_without_a_schedule() {
    rejects(
        "replay: expected --schedule, got none: copy it from the 'replay:' line of 'heddle check'",
        "replay",
        "DIR/A.java");
  }

  @Test
  void a_file_for_the_outcome_in_a_folder_that_is_not_there() {
    rejects(
        "--json DIR/no/a.json: there is no folder DIR/no: make it first",
        "check",
        "DIR/A.java",
        "--json",
        "DIR/no/a.json");
  }

  @Test
  void a_program_that_does_not_compile_shows_what_javac_says() throws IOException {
    shell.file("B.java", "class B { int x = \"s\"; }");

    assertThat(shell.heddle("check", "DIR/B.java")).isEqualTo(2);
    assertThat(shell.errors())
        .contains("DIR/B.java:1: error: incompatible types: String cannot be converted to int")
        .endsWith(
            "heddle: DIR/B.java does not compile: mend what javac says above, then check again\n");
  }

  @Test
  void a_mistake_can_not_send_control_characters_to_the_terminal() {
    shell.heddle("check", "DIR/\u001b[2J.java");

    assertThat(shell.errors()).doesNotContain("\u001b");
  }

  @Test
  void an_input_too_large_to_keep() {
    shell.input = "x".repeat(StandardInput.BYTES_MAX + 1);

    rejects(
        "standard input: expected at most 16 MiB, got more: give the program a smaller input",
        "check",
        "DIR/A.java");
  }
}
