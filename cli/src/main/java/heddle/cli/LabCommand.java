package heddle.cli;

import heddle.lab.Lab;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heddle lab}: opens the workshop in the browser. */
@Command(
    name = "lab",
    description = "Opens the workshop: the course, an editor, and Check, in your browser.",
    sortOptions = false)
final class LabCommand implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "where to listen on the loopback address; default: a free port")
  int port;

  @Option(
      names = "--course",
      paramLabel = "FOLDER",
      description = "the folder of a course; default: the one that Heddle brings")
  @Nullable Path course;

  @Option(names = "--no-open", description = "do not open a browser")
  boolean quiet;

  private final Terminal terminal;

  LabCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws UserError, IOException {
    if (port < 0 || port > PORT_MAX) {
      throw new UserError("--port: expected 0 to %d, got %d".formatted(PORT_MAX, port));
    }
    try (var lab = Lab.open(port, Optional.ofNullable(course))) {
      terminal.output().println("The workshop is at " + lab.address());
      terminal
          .output()
          .println("Whoever has this address can run programs here. Ctrl-C closes it.");
      terminal.output().flush();
      if (!quiet) {
        openBrowser(lab.address());
      }
      lab.awaitClose();
    } catch (InterruptedException closed) {
      terminal.output().println("Closed.");
    } catch (BindException taken) {
      throw new UserError("--port: %d is taken: choose another, or leave it out".formatted(port));
    }
    return ExitCode.PASSED;
  }

  /** A help, not a promise: where it does not work, the address has been printed. */
  private void openBrowser(String address) {
    String system = System.getProperty("os.name", "");
    boolean graphical =
        terminal.environment().containsKey("DISPLAY")
            || terminal.environment().containsKey("WAYLAND_DISPLAY");
    String opener = system.startsWith("Mac") ? "open" : graphical ? "xdg-open" : "";
    if (opener.isEmpty()) {
      return;
    }
    try {
      new ProcessBuilder(opener, address)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noOpener) {
      terminal.output().println("No browser could be opened: open the address yourself.");
    }
  }
}
