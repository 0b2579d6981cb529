package heddle.http.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds files below a root, and nothing else, whatever a path says. Immutable. */
final class Folder {
  private final Path root;
  private final boolean links;
  private final boolean hidden;

  Folder(FileSettings settings) throws IOException {
    this.root = settings.root().toRealPath();
    this.links = settings.links();
    this.hidden = settings.hidden();
    if (!Files.isDirectory(root)) {
      throw new IOException("%s: expected a folder".formatted(settings.root()));
    }
  }

  /**
   * Returns the file or folder that a decoded request path names.
   *
   * <p>Segments are checked one by one, then the path that the system resolves to: it must lie
   * below the root, so that a link leads nowhere else unless that is allowed.
   */
  Optional<Path> find(String path) {
    List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
    Path file = root;
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      boolean folderEnd = segment.isEmpty() && i == segments.size() - 1;
      if (!folderEnd && !isServed(segment)) {
        return Optional.empty();
      }
      try {
        file = file.resolve(segment);
      } catch (InvalidPathException e) {
        return Optional.empty(); // a name that this system's files cannot have
      }
    }
    return isInside(file) ? Optional.of(file) : Optional.empty();
  }

  /** Returns whether a name of a folder's list can be asked for. */
  boolean shows(Path entry) {
    return isServed(String.valueOf(entry.getFileName())) && isInside(entry);
  }

  private boolean isServed(String segment) {
    boolean dotted = segment.startsWith(".");
    return !segment.isEmpty()
        && !segment.equals(".")
        && !segment.equals("..")
        && segment.indexOf('/') < 0
        && segment.indexOf('\\') < 0
        && segment.indexOf('\0') < 0
        && (!dotted || hidden || segment.equals(".well-known"));
  }

  private boolean isInside(Path file) {
    try {
      Path real = file.toRealPath();
      return links ? Files.exists(real, LinkOption.NOFOLLOW_LINKS) : real.startsWith(root);
    } catch (IOException e) {
      return false; // not there, or not for us
    }
  }
}
