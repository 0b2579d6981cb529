package heddle.http.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a folder is served. Immutable.
 *
 * @param root the folder
 * @param indexes file names tried, in order, for a folder
 * @param listing whether a folder without an index shows its files
 * @param links whether symbolic links may lead out of the root
 * @param hidden whether names that begin with a dot are served; {@code .well-known} always is
 * @param cacheRules what {@code Cache-Control} says, the first rule that matches
 * @param gzipBytes text files of at least this size are compressed on the fly
 * @param cacheBytes memory for small files
 */
public record FileSettings(
    Path root,
    List<String> indexes,
    boolean listing,
    boolean links,
    boolean hidden,
    List<CacheRule> cacheRules,
    int gzipBytes,
    long cacheBytes) {
  /** Below this, compression saves less than a packet. */
  public static final int GZIP_BYTES = 1024;

  /** Enough for the pages, scripts and styles of a site. */
  public static final long CACHE_BYTES = 64L << 20;

  /**
   * What {@code Cache-Control} says for some paths.
   *
   * @param glob as in {@code /assets/**} or {@code *.css}; a pattern without a slash is matched
   *     against the file's name
   * @param value as in {@code max-age=3600}
   */
  public record CacheRule(String glob, String value) {
    private boolean matches(Path path) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      Path name = path.getFileName();
      return matcher.matches(glob.indexOf('/') >= 0 || name == null ? path : name);
    }
  }

  /** Copies the lists. */
  public FileSettings {
    indexes = List.copyOf(indexes);
    cacheRules = List.copyOf(cacheRules);
  }

  /** Returns the defaults: index.html, no listing, no way out, no hidden files. */
  public static FileSettings of(Path root) {
    return new FileSettings(
        root, List.of("index.html"), false, false, false, List.of(), GZIP_BYTES, CACHE_BYTES);
  }

  /** Returns these settings with or without listings of folders. */
  public FileSettings withListing(boolean shown) {
    return new FileSettings(root, indexes, shown, links, hidden, cacheRules, gzipBytes, cacheBytes);
  }

  /** Returns these settings with symbolic links followed wherever they lead, or not. */
  public FileSettings withLinks(boolean followed) {
    return new FileSettings(
        root, indexes, listing, followed, hidden, cacheRules, gzipBytes, cacheBytes);
  }

  /** Returns these settings with one more rule, after those that are there. */
  public FileSettings withCacheRule(String glob, String value) {
    List<CacheRule> rules = new ArrayList<>(cacheRules);
    rules.add(new CacheRule(glob, value));
    return new FileSettings(root, indexes, listing, links, hidden, rules, gzipBytes, cacheBytes);
  }

  /** Returns what {@code Cache-Control} says for a path that begins with a slash. */
  Optional<String> cacheControl(String path) {
    Path asPath = Path.of(path);
    return cacheRules.stream()
        .filter(rule -> rule.matches(asPath))
        .map(CacheRule::value)
        .findFirst();
  }
}
