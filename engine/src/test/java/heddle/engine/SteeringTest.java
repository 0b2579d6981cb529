package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.trace.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person picks the threads, and the engine says where that leads. */
class SteeringTest {
  private static final String HEAP = "256m";

  @TempDir Path folder = Path.of(".");

  private Program lostUpdate() throws IOException {
    return CompiledProgram.compile("fields/StaticLostUpdate", folder).program();
  }

  private static Steered steer(Program program, List<Integer> picks) throws IOException {
    try (Standby child = Standby.start(HEAP)) {
      return child.steer(program, picks);
    }
  }

  private static List<Integer> plus(List<Integer> picks, int pick) {
    return IntStream.concat(picks.stream().mapToInt(Integer::intValue), IntStream.of(pick))
        .boxed()
        .toList();
  }

  @Test
  void the_ways_to_go_on_are_divided_among_the_options_and_none_is_counted_twice()
      throws IOException {
    Program program = lostUpdate();
    Steered start = steer(program, List.of());
    assertThat(start.all()).isTrue();
    assertThat(start.options()).hasSizeGreaterThan(1);
    assertThat(start.failing()).isBetween(1L, start.continuations() - 1);

    long continuations = 0;
    long failing = 0;
    for (int option : start.options()) {
      Steered next = steer(program, List.of(option));
      continuations += next.continuations();
      failing += next.failing();
    }
    assertThat(continuations).isEqualTo(start.continuations());
    assertThat(failing).isEqualTo(start.failing());
  }

  @Test
  void who_always_picks_what_can_still_fail_makes_it_fail() throws IOException {
    Program program = lostUpdate();
    List<Integer> picks = List.of();
    Steered steered = steer(program, picks);
    int events = -1;
    while (!steered.options().isEmpty()) {
      assertThat(steered.trace().events().size()).isGreaterThanOrEqualTo(events);
      events = steered.trace().events().size();
      Steered next = steered;
      for (int option : steered.options()) {
        next = steer(program, plus(picks, option));
        if (next.failing() > 0) {
          picks = plus(picks, option);
          break;
        }
      }
      assertThat(next.failing()).isPositive();
      steered = next;
    }
    assertThat(steered.finding()).isPresent();
  }

  @Test
  void an_execution_that_passes_is_recorded_to_its_end() throws IOException {
    try (Standby child = Standby.start(HEAP)) {
      var trace = child.passing(lostUpdate()).orElseThrow();

      assertThat(trace.events()).noneMatch(event -> event.operation() instanceof Operation.Throws);
      assertThat(trace.events()).anyMatch(event -> event.operation() instanceof Operation.Write);
    }
  }
}
