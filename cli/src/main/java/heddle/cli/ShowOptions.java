package heddle.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to show what came out. */
final class ShowOptions {
  @Option(names = "--all", description = "show every step of the failing execution")
  boolean all;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "also write the verdict and the trace as JSON (docs/guide/json.md)")
  @Nullable Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "also write a page to step through the failing execution")
  @Nullable Path html;

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto)")
  Terminal.ColourChoice colour = Terminal.ColourChoice.AUTO;
}
