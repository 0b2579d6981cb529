package heddle.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoppingTest {
  @Test
  void ctrl_c_interrupts_the_working_thread_and_not_the_process() throws IOException {
    Stopping.onSignals();

    new ProcessBuilder("kill", "-INT", Long.toString(ProcessHandle.current().pid())).start();

    assertThatThrownBy(() -> new CountDownLatch(1).await(10, TimeUnit.SECONDS))
        .isInstanceOf(InterruptedException.class);
  }
}
