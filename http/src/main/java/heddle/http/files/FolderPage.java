package heddle.http.files;

import heddle.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The page that lists a folder. */
final class FolderPage {
  /** Entries shown: more than anyone reads, and few enough to be made at once. */
  private static final int ENTRIES_MAX = 5_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String BEGINNING =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.25rem; word-break: break-all; }
        table { width: 100%; border-collapse: collapse; }
        th { text-align: left; font-weight: 600; }
        th, td { padding: .25rem .5rem; border-bottom: 1px solid #8884; }
        td:nth-child(n+2), th:nth-child(n+2) { text-align: right; white-space: nowrap; }
        a { text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
      </style>
      """;

  private FolderPage() {}

  /** One line of the list. */
  private record Entry(String name, boolean isFolder, long size, String changed) {}

  static Response of(String path, Path directory, Folder folder) throws IOException {
    List<Entry> entries = entries(directory, folder);
    entries.sort(Comparator.comparing(Entry::isFolder).reversed().thenComparing(Entry::name));
    String title = UriText.escapeHtml(path);
    StringBuilder page = new StringBuilder(BEGINNING);
    page.append("<title>").append(title).append("</title>\n<h1>").append(title).append("</h1>\n");
    page.append("<table>\n<thead><tr><th>Name</th><th>Bytes</th><th>Changed (UTC)</th></tr>");
    page.append("</thead>\n<tbody>\n");
    if (!path.equals("/")) {
      page.append("<tr><td><a href=\"../\">../</a></td><td></td><td></td></tr>\n");
    }
    entries.forEach(entry -> page.append(row(entry)));
    page.append("</tbody>\n</table>\n");
    if (entries.size() == ENTRIES_MAX) {
      page.append("<p>Only the first ").append(ENTRIES_MAX).append(" entries are shown.</p>\n");
    }
    return Response.html(page.append("</html>\n").toString()).with("Cache-Control", "no-cache");
  }

  private static List<Entry> entries(Path directory, Folder folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (var children = Files.newDirectoryStream(directory, folder::shows)) {
      for (Path child : children) {
        if (entries.size() == ENTRIES_MAX) {
          break;
        }
        var attributes = Files.readAttributes(child, BasicFileAttributes.class);
        entries.add(
            new Entry(
                String.valueOf(child.getFileName()),
                attributes.isDirectory(),
                attributes.size(),
                TIME.format(attributes.lastModifiedTime().toInstant())));
      }
    }
    return entries;
  }

  private static String row(Entry entry) {
    String name = entry.isFolder() ? entry.name() + "/" : entry.name();
    // "./" in front, because the first segment of a relative reference must not look like a scheme.
    return "<tr><td><a href=\"./%s\">%s</a></td><td>%s</td><td>%s</td></tr>\n"
        .formatted(
            UriText.escapeHtml(UriText.encodePath(name)),
            UriText.escapeHtml(name),
            entry.isFolder() ? "" : String.format(Locale.ROOT, "%,d", entry.size()),
            entry.changed());
  }
}
