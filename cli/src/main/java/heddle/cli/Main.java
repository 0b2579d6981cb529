package heddle.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the {@code heddle} command begins. */
public final class Main {
  private Main() {}

  /**
   * Runs the command and leaves with its exit code.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {
    // One language for all words and numbers: ours, javac's and picocli's.
    Locale.setDefault(Locale.ROOT);
    // UTF-8 whatever the locale: under LANG=C the JVM would print question marks for the lanes, and
    // the terminals behind
    // such locales read UTF-8 all the same.
    var output = utf8(FileDescriptor.out);
    var errors = utf8(FileDescriptor.err);
    Stopping.onSignals();
    int code = new Heddle(Engine.HEDDLE, Terminal.ofProcess(output, errors)).run(arguments);
    output.flush();
    errors.flush();
    System.exit(code);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
