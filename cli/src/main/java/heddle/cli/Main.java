package heddle.cli;

import heddle.http.serve.ServeCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    if (arguments.length > 0 && arguments[0].equals("serve")) {
      System.exit(serve(arguments));
    }
    // UTF-8 whatever the locale: under LANG=C the JVM would print question marks for the lanes, and
    // the terminals behind
    // such locales read UTF-8 all the same.
    var output = utf8(FileDescriptor.out, false);
    var errors = utf8(FileDescriptor.err, false);
    Stopping.onSignals();
    int code = new Heddle(Engine.HEDDLE, Terminal.ofProcess(output, errors)).run(arguments);
    output.flush();
    errors.flush();
    System.exit(code);
  }

  private static int serve(String[] arguments) {
    // Each line at once: a server is watched while it runs.
    var output = utf8(FileDescriptor.out, true);
    var errors = utf8(FileDescriptor.err, true);
    return new ServeCommand(output, errors).run(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static PrintStream utf8(FileDescriptor descriptor, boolean byLine) {
    return new PrintStream(new FileOutputStream(descriptor), byLine, StandardCharsets.UTF_8);
  }
}
