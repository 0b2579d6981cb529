package heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs on hosts, as the command line names them. */
class HostOptionTest {
  @TempDir Path folder = Path.of(".");
  private Shell shell = new Shell(folder);

  @BeforeEach
  void programs() throws IOException {
    shell =
        new Shell(folder)
            .file("Server.java", "void main() {}")
            .file("Client.java", "void main(String[] a) {}")
            .file("Nothing.java", "class Nothing {}");
  }

  private void rejects(String line, String... arguments) {
    assertThat(shell.heddle(arguments)).isEqualTo(2);
    assertThat(shell.errors()).isEqualTo("heddle: " + line + "\n");
    assertThat(shell.programs).isEmpty();
  }

  @Test
  void each_host_gets_its_program_and_its_arguments() {
    int status =
        shell.heddle(
            "check", "--host", "server=DIR/Server.java", "--host", "client=DIR/Client.java:2 a 80");

    assertThat(status).isZero();
    List<Program.Host> hosts = shell.programs.getFirst().hosts();
    assertThat(hosts.stream().map(Program.Host::name))
        .containsExactly("server", "client-1", "client-2");
    assertThat(hosts.stream().map(Program.Host::mainClass))
        .containsExactly("Server", "Client", "Client");
    assertThat(hosts.getLast().arguments()).containsExactly("a", "80");
    assertThat(hosts.getFirst().arguments()).isEmpty();
  }

  @Test
  void the_line_that_replays_names_the_hosts() {
    shell.answers(Shell.failing());

    shell.heddle(
        "check", "--host", "server=DIR/Server.java", "--host", "client=DIR/Client.java:2 a 80");

    assertThat(shell.output())
        .contains(
            "replay: ./heddle replay --host server=DIR/Server.java --host 'client=DIR/Client.java:2"
                + " a 80' --schedule s:0-1.3");
  }

  @Test
  void a_replay_takes_the_same_hosts() {
    shell.heddle("replay", "--host", "one=DIR/Server.java", "--schedule", "s:0-1");

    assertThat(shell.programs.getFirst().hosts().getFirst().name()).isEqualTo("one");
  }

  @Test
  void a_file_that_is_not_there() {
    rejects(
        "DIR/Sever.java: there is no such file: check the name and the folder",
        "check",
        "--host",
        "server=DIR/Sever.java");
  }

  @Test
  void a_host_without_a_name() {
    rejects(
        "--host: expected NAME=PROGRAM, such as server=Server.java or client=Client.java:2, got"
            + " 'DIR/Server.java'",
        "check",
        "--host",
        "DIR/Server.java");
  }

  @Test
  void a_name_that_no_host_can_have() {
    rejects(
        "--host: expected a name of letters, digits and hyphens (and not localhost), got 'my_host'",
        "check",
        "--host",
        "my_host=DIR/Server.java");
  }

  @Test
  void a_count_that_is_none() {
    rejects(
        "--host: expected a count from 1 to 64 after the colon, got 'two' in"
            + " 'client=DIR/Client.java:two'",
        "check",
        "--host",
        "client=DIR/Client.java:two");
  }

  @Test
  void two_hosts_of_one_name() {
    rejects(
        "--host: expected different names, got two hosts called a-1: rename one, or write"
            + " a-1=DIR/Client.java:2",
        "check",
        "--host",
        "a=DIR/Server.java:2",
        "--host",
        "a-1=DIR/Client.java");
  }

  @Test
  void a_program_beside_hosts() {
    rejects(
        "expected a program or --host, got both: put 'DIR/Client.java' into a --host"
            + " NAME=DIR/Client.java, and a host's own arguments into its quotes",
        "check",
        "--host",
        "server=DIR/Server.java",
        "DIR/Client.java");
  }

  @Test
  void a_program_without_main() {
    rejects(
        "DIR/Nothing.java: expected a main method that is not private, such as 'void main()', got"
            + " none",
        "check",
        "--host",
        "server=DIR/Nothing.java");
  }
}
