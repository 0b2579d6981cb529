package heddle.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.engine.CompiledProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten thousand random executions of twenty-one programs, each repeated from its schedule: the
 * outcome is the same, what was printed included.
 */
class RepeatedExecutionsTest {
  private static final int EXECUTIONS = 500;
  private static final int TRACED_EXECUTIONS = 20;
  private static final int JVMS = 5;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench/P1",
        "bench/P2",
        "bench/P3",
        "bench/P5",
        "bench/P7",
        "bench/SleepingPool",
        "classics/SleepingBarber",
        "collections/MergeCounts",
        "forkjoin/RecursiveSum",
        "futures/AllOf",
        "initialisation/LazyHolder",
        "locks/ConditionBuffer",
        "pools/CompletionOrder",
        "queues/PoisonPill",
        "random/EachThreadItsDice",
        "sleep/SleepSort",
        "statics/StateInCorners",
        "streams/ParallelCollect",
        "timers/Ticks",
        "network/ReverseRightTwoClients",
        "waiting/BufferWithNotify"
      })
  void each_random_execution_can_be_repeated(String name) throws Exception {
    CompiledProgram program = CompiledProgram.compile(name, folder);

    List<String> lines = RunnerChild.run(RunnerTask.REPEAT, program, EXECUTIONS);

    assertThat(lines).containsExactly(String.valueOf(EXECUTIONS));
  }

  /**
   * {@code bench/run same-trace} takes a hundred JVMs; so many programs' threads, timers and
   * sockets at once are where a difference would show first.
   */
  @ParameterizedTest
  @ValueSource(strings = {"network/ChatThreeClients", "http/ClientAndServer"})
  void each_fresh_jvm_makes_the_same_executions_event_by_event(String name) throws Exception {
    CompiledProgram program = CompiledProgram.compile(name, folder);
    List<String> first = RunnerChild.run(RunnerTask.TRACE, program, TRACED_EXECUTIONS);

    for (int jvm = 2; jvm <= JVMS; jvm++) {
      List<String> other = RunnerChild.run(RunnerTask.TRACE, program, TRACED_EXECUTIONS);

      assertThat(other).as("JVM %d of %d", jvm, JVMS).isEqualTo(first);
    }
  }
}
