package heddle.http.serve;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.http.Response;
import heddle.http.server.HttpServer;
import heddle.http.server.ServerSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says to its user. */
class ServeCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return new ServeCommand(print(out), print(err)).run(arguments);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void help_names_every_setting() {
    assertThat(run("--help")).isZero();
    for (Setting setting : Setting.values()) {
      assertThat(said()).contains("--" + setting.key() + " ");
    }
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(said()).contains("nowhere: the folder does not exist");
  }

  @Test
  void no_folder_at_all_is_explained() {
    assertThat(run()).isEqualTo(2);
    assertThat(said()).contains("heddle serve ./public");
  }

  @Test
  void a_misspelt_option_is_guessed() {
    assertThat(run("--prot", "1")).isEqualTo(2);
    assertThat(said()).contains("did you mean port?");
  }

  @Test
  void a_port_that_is_no_number_is_refused() {
    assertThat(run(folder.toString(), "--port", "http")).isEqualTo(2);
    assertThat(said()).contains("--port: expected a number from 0 to 65535, got http");
  }

  @Test
  void a_port_in_use_is_told_with_its_user() throws IOException {
    try (HttpServer other = HttpServer.start(ServerSettings.onPort(0), _ -> Response.text(""))) {
      assertThat(run(folder.toString(), "--port", String.valueOf(other.port()))).isEqualTo(1);
      assertThat(said()).contains("the port is in use").contains("--port");
    }
  }

  @Test
  void a_certificate_that_cannot_be_read_is_named() {
    String missing = folder.resolve("key.pem").toString();
    assertThat(run(folder.toString(), "--tls-cert", missing, "--tls-key", missing)).isEqualTo(1);
    assertThat(said()).contains("key.pem");
  }

  @Test
  void a_file_gives_settings_and_a_flag_overrides_them() throws Exception {
    Path file = folder.resolve("heddle.toml");
    Files.writeString(
        file,
        """
        # a comment
        root = "public"        # relative to this file
        port = 8_081
        listing = true
        index = ["a.html", "b.html"]

        [cache]
        "*.css" = "max-age=60"
        """);

    Given given = Arguments.parse(List.of("--config", file.toString(), "--port=9090")).given();

    assertThat(given.text(Setting.ROOT, "")).isEqualTo(folder.resolve("public").toString());
    assertThat(given.text(Setting.PORT, "")).isEqualTo("9090");
    assertThat(given.isOn(Setting.LISTING)).isTrue();
    assertThat(given.all(Setting.INDEX)).hasSize(2);
    assertThat(given.text(Setting.CACHE, "")).isEqualTo("*.css=max-age=60");
  }

  @Test
  void a_properties_file_will_do_too() throws Exception {
    Path file = folder.resolve("heddle.properties");
    Files.writeString(file, "port=8082\nproxy=/api=http://localhost:1\n");

    Given given = Arguments.parse(List.of("--config", file.toString())).given();

    assertThat(given.text(Setting.PORT, "") + " " + given.text(Setting.PROXY, ""))
        .isEqualTo("8082 /api=http://localhost:1");
  }

  @Test
  void a_mistake_in_a_file_is_told_with_its_line() throws IOException {
    Path file = folder.resolve("heddle.toml");
    Files.writeString(file, "port = 1\nlisting = yes\n");
    assertThat(run("--config", file.toString())).isEqualTo(2);
    assertThat(said()).contains("heddle.toml:2: expected").contains("got yes");
  }

  @Test
  void good_settings_pass_the_check() {
    assertThat(run(folder.toString(), "--self-signed", "--check")).isZero();
    assertThat(said()).contains("good");
  }
}
