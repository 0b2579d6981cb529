package heddle.engine.trace;

import heddle.engine.trace.Lanes.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Shows the source lines that the lane table speaks of, where the sources are at hand. */
final class SourceListing {
  /** Longer files are shown around the lines in question only. */
  private static final int WHOLE_FILE_LINES_MAX = 150;

  private static final int LINES_AROUND = 12;
  private static final int FOLDER_DEPTH_MAX = 12;

  private final Markup out;

  private SourceListing(Markup out) {
    this.out = out;
  }

  /**
   * Adds a listing of each file in which a step of {@code lanes} happens, if {@code folders} hold
   * it.
   */
  static void add(Markup out, Lanes lanes, List<Path> folders) {
    Map<String, NavigableSet<Integer>> lines = new TreeMap<>();
    for (Row.Step step : lanes.steps()) {
      if (step.place().line() > 0) {
        lines.computeIfAbsent(step.place().file(), _ -> new TreeSet<>()).add(step.place().line());
      }
    }
    lines.forEach((file, marked) ->
        read(folders, file).ifPresent(text -> new SourceListing(out).file(file, text, marked)));
  }

  /**
   * Returns the lines of the first file of this name; a listing is a help, so what can not be read
   * is left out.
   */
  private static Optional<List<String>> read(List<Path> folders, String name) {
    for (Path folder : folders) {
      try (var files =
          Files.find(
              folder,
              FOLDER_DEPTH_MAX,
              (path, attributes) -> attributes.isRegularFile() && path.endsWith(name))) {
        var found = files.sorted().findFirst();
        if (found.isPresent()) {
          return Optional.of(Files.readAllLines(found.get()));
        }
      } catch (MalformedInputException notUtf8) {
        return Optional.empty();
      } catch (IOException | UncheckedIOException unreadable) {
        // The next folder may hold it.
      }
    }
    return Optional.empty();
  }

  private void file(String name, List<String> text, NavigableSet<Integer> marked) {
    out.tag("<section class=\"panel source\"><h2>").text(name).tag("</h2>");
    out.tag("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Source of ");
    out.text(name).tag("\"><table>");
    int before = 0;
    for (int line : shown(text.size(), marked)) {
      if (line != before + 1) {
        out.tag("<tr class=\"gap\"><td colspan=\"3\">…</td></tr>");
      }
      before = line;
      out.tag("<tr data-file=\"").text(name).tag("\" data-line=\"" + line + "\"");
      out.tag(marked.contains(line) ? " class=\"hit\">" : ">");
      out.tag("<td class=\"who\"></td><td class=\"number\">" + line + "</td><td><code>");
      out.text(text.get(line - 1).replace("\t", "    ")).tag("</code></td></tr>\n");
    }
    out.tag("</table></div></section>\n");
  }

  private static List<Integer> shown(int lines, NavigableSet<Integer> marked) {
    List<Integer> shown = new ArrayList<>();
    for (int line = 1; line <= lines; line++) {
      Integer nearest = marked.ceiling(line - LINES_AROUND);
      boolean near = nearest != null && nearest <= line + LINES_AROUND;
      if (lines <= WHOLE_FILE_LINES_MAX || near) {
        shown.add(line);
      }
    }
    return shown;
  }
}
