package heddle.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the program will read from standard input: everything that was piped in, read once, because
 * every execution gets it again. On a terminal it is empty.
 */
final class StandardInput {
  /** It is kept in memory, here and in the child JVM. */
  static final int BYTES_MAX = 16 * 1024 * 1024;

  /** After this long without an end, whoever watches should know what the command waits for. */
  private static final long HINT_SECONDS = 2;

  private final FutureTask<byte[]> reading;
  private final PrintStream errors;

  private StandardInput(FutureTask<byte[]> reading, PrintStream errors) {
    this.reading = reading;
    this.errors = errors;
  }

  /** Begins to read, while the program is being compiled. */
  static StandardInput read(Terminal terminal) {
    var input = terminal.isInputTerminal() ? InputStream.nullInputStream() : terminal.input();
    var reading = new FutureTask<>(() -> input.readNBytes(BYTES_MAX + 1));
    Thread.ofPlatform().daemon().name("heddle-input").start(reading);
    return new StandardInput(reading, terminal.errors());
  }

  /** Waits for the end of the input, without bound: it is the caller's pipe that does not end. */
  byte[] bytes() throws UserError, IOException, InterruptedException {
    byte[] bytes;
    try {
      bytes = readOrHint();
    } catch (ExecutionException failure) {
      throw new IOException("can not read standard input: " + failure.getCause(), failure);
    }
    if (bytes.length > BYTES_MAX) {
      throw new UserError(
          "standard input: expected at most 16 MiB, got more: give the program a smaller input");
    }
    return bytes;
  }

  private byte[] readOrHint() throws ExecutionException, InterruptedException {
    try {
      return reading.get(HINT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException still) {
      errors.println(
          "heddle: reading the program's input from standard input, until it ends (none? add"
              + " </dev/null)");
      errors.flush();
      return reading.get();
    }
  }
}
