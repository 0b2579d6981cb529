package heddle.http.files;

import heddle.http.Body;
import heddle.http.Headers;
import heddle.http.HttpDate;
import heddle.http.MediaTypes;
import heddle.http.Response;
import heddle.http.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file and its compressed siblings, and prepares the responses that can be kept.
 * Immutable.
 */
final class FileLoader {
  /** Files up to this size are kept in memory, so that head and body go out in one write. */
  static final int SMALL_BYTES = 32 * 1024;

  /** Larger texts are compressed while they are sent. */
  private static final int GZIP_KEPT_BYTES_MAX = 1 << 20;

  private static final List<Coding> SIBLINGS =
      List.of(Coding.BROTLI, Coding.ZSTANDARD, Coding.GZIP);

  private final FileSettings settings;
  private final Folder folder;

  FileLoader(FileSettings settings, Folder folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Prepares a regular file.
   *
   * @param path as asked for, decoded
   */
  ServedFile load(String path, Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    String type = MediaTypes.ofFile(String.valueOf(file.getFileName()));
    boolean varies = MediaTypes.isText(type);
    Headers common = headers(path, type);
    List<ServedFile.Stamp> stamps = new ArrayList<>(List.of(ServedFile.Stamp.of(file)));
    var found = new EnumMap<Coding, Representation>(Coding.class);
    if (varies) {
      for (Coding coding : SIBLINGS) {
        addSibling(path, file, attributes, coding, common, stamps, found);
      }
    }
    varies = varies || found.size() > 0;
    Headers headers = varies ? common.plus("Vary", "Accept-Encoding") : common;
    byte @Nullable [] small = attributes.size() <= SMALL_BYTES ? Files.readAllBytes(file) : null;
    found.put(Coding.IDENTITY, representation(file, attributes, Coding.IDENTITY, headers, small));
    if (varies && !found.containsKey(Coding.GZIP) && isWorthCompressing(attributes.size())) {
      byte[] compressed = gzip(file);
      found.put(Coding.GZIP, representation(file, attributes, Coding.GZIP, headers, compressed));
    }
    return new ServedFile(stamps, found, cachedBytes(found));
  }

  private boolean isWorthCompressing(long size) {
    return size >= settings.gzipBytes() && size <= GZIP_KEPT_BYTES_MAX;
  }

  /** A sibling that is older than its original is out of date and counts as not there. */
  private void addSibling(
      String path,
      Path file,
      BasicFileAttributes original,
      Coding coding,
      Headers common,
      List<ServedFile.Stamp> stamps,
      EnumMap<Coding, Representation> found)
      throws IOException {
    Path sibling = file.resolveSibling(file.getFileName() + coding.suffix());
    ServedFile.Stamp stamp = ServedFile.Stamp.of(sibling);
    stamps.add(stamp);
    boolean usable =
        stamp.modified() != null
            && stamp.modified().compareTo(original.lastModifiedTime()) >= 0
            && folder.find(path + coding.suffix()).isPresent();
    if (usable) {
      var attributes = Files.readAttributes(sibling, BasicFileAttributes.class);
      byte @Nullable [] small =
          attributes.size() <= SMALL_BYTES ? Files.readAllBytes(sibling) : null;
      Headers headers = common.plus("Vary", "Accept-Encoding");
      found.put(coding, representation(sibling, attributes, coding, headers, small));
    }
  }

  private Headers headers(String path, String type) {
    Headers.Builder headers = Headers.builder().add("Content-Type", type);
    headers.add("X-Content-Type-Options", "nosniff");
    settings.cacheControl(path).ifPresent(value -> headers.add("Cache-Control", value));
    return headers.build();
  }

  private static Representation representation(
      Path file,
      BasicFileAttributes attributes,
      Coding coding,
      Headers common,
      byte @Nullable [] bytes) {
    Validators validators = Validators.of(attributes, coding);
    Headers.Builder headers = common.toBuilder();
    if (coding != Coding.IDENTITY) {
      headers.add("Content-Encoding", coding.token());
    } else {
      headers.add("Accept-Ranges", "bytes");
    }
    headers.add("ETag", validators.etag());
    headers.add("Last-Modified", HttpDate.format(validators.modified()));
    Headers built = headers.build();
    Response cached = bytes == null ? null : Response.of(Status.OK, built, new Body.Bytes(bytes));
    long size = bytes == null ? attributes.size() : bytes.length;
    return new Representation(file, size, validators, built, cached);
  }

  private static byte[] gzip(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var compressing = new GZIPOutputStream(bytes)) {
      long _ = Files.copy(file, compressing);
    }
    return bytes.toByteArray();
  }

  private static long cachedBytes(EnumMap<Coding, Representation> found) {
    return found.values().stream()
        .filter(representation -> representation.cached() != null)
        .mapToLong(Representation::size)
        .sum();
  }
}
