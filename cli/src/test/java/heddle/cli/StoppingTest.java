package heddle.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoppingTest {
  @Test
  void ctrl_c_interrupts_the_working_thread_and_not_the_process() throws IOException {
    assumeFalse(
        interruptsAreIgnored(),
        "SIGINT is ignored here, as for a job in the background of a shell: no JVM handles it then");
    Stopping.onSignals();

    new ProcessBuilder("kill", "-INT", Long.toString(ProcessHandle.current().pid())).start();

    assertThatThrownBy(() -> new CountDownLatch(1).await(10, TimeUnit.SECONDS))
        .isInstanceOf(InterruptedException.class);
  }

  /** Reads the mask of ignored signals, where the system shows it: the second bit is SIGINT. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
