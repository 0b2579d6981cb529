package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heddle.engine.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs on several hosts, beyond what the collection under {@code hosts/} shows. */
class HostsTest {
  @TempDir private static Path folder;

  private static Program program(String name, String server, int clients) throws IOException {
    CompiledProgram compiled = CompiledProgram.compile("hosts/" + name, folder);
    List<Path> classes = List.of(compiled.classes());
    List<Program.Host> hosts = new ArrayList<>();
    hosts.add(new Program.Host("server", classes, server, List.of()));
    for (int i = 1; i <= clients; i++) {
      hosts.add(new Program.Host("client-" + i, classes, name, List.of()));
    }
    return new Program(hosts, List.of(), new byte[0], List.of());
  }

  private static Settings settings(Optional<Schedule> schedule) {
    Budget budget = new Budget(Duration.ofSeconds(20), 2_000, Long.MAX_VALUE);
    return new Settings(
        budget, StrategyKind.AUTO, TimePolicy.STRICT, 1, schedule, Settings.STEPS_PER_EXECUTION);
  }

  private static Verdict explore(Program program, Optional<Schedule> schedule) throws IOException {
    return Check.explore(program, settings(schedule), _ -> {}).verdict();
  }

  @Test
  void what_only_two_clients_can_tell_is_not_found_with_one() throws IOException {
    Verdict verdict = explore(program("LastSeat", "Seats", 1), Optional.empty());

    assertThat(verdict).isInstanceOfAny(Verdict.AllPass.class, Verdict.NothingFound.class);
  }

  @Test
  void a_schedule_repeats_what_it_led_to_and_threads_carry_the_names_of_their_hosts()
      throws IOException {
    Program program = program("LastSeat", "Seats", 2);
    var found = (Verdict.Fails) explore(program, Optional.empty());

    var repeated = (Verdict.Fails) explore(program, Optional.of(found.schedule()));

    assertThat(repeated.finding().title()).isEqualTo(found.finding().title());
    assertThat(repeated.trace()).isEqualTo(found.trace());
    assertThat(found.trace().threads().stream().map(Trace.TracedThread::name))
        .startsWith("server/main", "client-1/main", "client-2/main");
  }

  @Test
  void a_name_that_no_host_can_have_is_rejected() {
    assertThatThrownBy(() -> new Program.Host("no_such", List.of(Path.of(".")), "Main", List.of()))
        .hasMessage("host: expected a name of letters, digits and hyphens, got no_such");
  }

  @Test
  void two_hosts_of_one_name_are_rejected() {
    var host = new Program.Host("twin", List.of(Path.of(".")), "Main", List.of());

    assertThatThrownBy(() -> new Program(List.of(host, host), List.of(), new byte[0], List.of()))
        .hasMessage("hosts: expected different names, got two twin");
  }
}
