package heddle.http.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file, all the codings it can be sent in, and when it was last seen unchanged. Thread-safe:
 * immutable but for that time.
 */
final class ServedFile {
  /** How long a change may stay unnoticed. */
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final List<Stamp> stamps;
  private final Map<Coding, Representation> representations;
  private final long cachedBytes;
  // Written by whoever looks; that two may look at once does no harm.
  private volatile long checkedNanos = System.nanoTime();

  /** What a file looked like; null where there was none. */
  record Stamp(Path file, @Nullable FileTime modified, long size, @Nullable Object key) {
    static Stamp of(Path file) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(
            file, attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
      } catch (IOException e) {
        return new Stamp(file, null, 0, null);
      }
    }
  }

  ServedFile(
      List<Stamp> stamps, EnumMap<Coding, Representation> representations, long cachedBytes) {
    this.stamps = List.copyOf(stamps);
    this.representations = Map.copyOf(representations);
    this.cachedBytes = cachedBytes;
  }

  /**
   * Returns whether the file and its compressed siblings are still what they were, as of a second
   * ago at most.
   */
  boolean isCurrent() {
    long now = System.nanoTime();
    if (now - checkedNanos < CHECK_NANOS) {
      return true;
    }
    for (Stamp stamp : stamps) {
      if (!Stamp.of(stamp.file()).equals(stamp)) {
        return false;
      }
    }
    checkedNanos = now;
    return true;
  }

  /** Returns the representation that suits the client best. */
  Representation choose(String acceptEncoding) {
    Coding coding =
        representations.size() == 1
            ? Coding.IDENTITY
            : Coding.choose(acceptEncoding, representations.keySet());
    Representation chosen = representations.get(coding);
    return chosen != null ? chosen : identity();
  }

  /** Returns the file as it is. */
  Representation identity() {
    Representation identity = representations.get(Coding.IDENTITY);
    if (identity == null) {
      throw new IllegalStateException("a file has no identity coding");
    }
    return identity;
  }

  /** Returns the memory that its responses take. */
  long cachedBytes() {
    return cachedBytes;
  }
}
