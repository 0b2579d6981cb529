package heddle.cli;

import picocli.CommandLine.Command;

/**
 * {@code heddle serve}, as {@code heddle help} lists it. {@link Main} hands its arguments to the
 * web server before anything here sees them, because the server has a command line of its own.
 */
@Command(
    name = "serve",
    description = "Serves a folder over HTTP: 'heddle serve --help' tells how.",
    sortOptions = false)
final class ServeEntry implements Runnable {
  private final Terminal terminal;

  ServeEntry(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    terminal.output().println("heddle serve --help tells how to serve a folder.");
  }
}
