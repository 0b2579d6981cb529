package heddle.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import heddle.simulation.Simulation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Hosts, links and levels of the network in explored tests. */
class SimulationTest {
  private static final String TESTS = "heddle.fixtures.Networked#";

  @TempDir Path folder;

  private String failure(String method) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(TESTS + method))
        .configurationParameter(Explore.FOLDER, folder.toString())
        .execute()
        .testEvents()
        .finished()
        .stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable())
        .map(failure -> failure.map(Throwable::getMessage).orElse("passes"))
        .findFirst()
        .orElse("did not run");
  }

  @Test
  void a_host_that_is_restarted_begins_with_fresh_static_fields() {
    assertThat(failure("a_restarted_server_begins_anew")).isEqualTo("passes");
  }

  @Test
  void a_partition_lets_a_time_out_fire() {
    assertThat(failure("the_client_gives_up_while_the_server_can_not_be_reached"))
        .isEqualTo("passes");
  }

  @Test
  void the_level_of_the_network_is_the_one_asked_for() {
    assertThat(failure("on_a_perfect_network_one_read_is_enough")).isEqualTo("passes");
    assertThat(failure("on_tcp_one_read_is_not_enough")).startsWith("✖ fails: ");
  }

  @Test
  void outside_of_an_explored_test_there_is_no_simulation() {
    assertThatThrownBy(Simulation::new)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("runs under 'heddle check' or in a test with @Explore");
  }
}
