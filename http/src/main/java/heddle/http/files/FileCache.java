package heddle.http.files;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files that have been looked at, by the path asked for. Bounded in entries and bytes: when full,
 * it is emptied and fills anew with what is asked for now, which is simpler than finding the least
 * used and about as good for a site that fits. Thread-safe.
 */
final class FileCache {
  /** Entries that hold no bytes cost about 1 KiB. */
  private static final int ENTRIES_MAX = 10_000;

  private final Map<String, ServedFile> files = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final long bytesMax;

  FileCache(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** Returns the file if it is in the cache and has not changed. */
  Optional<ServedFile> get(String path) {
    ServedFile file = files.get(path);
    if (file == null) {
      return Optional.empty();
    }
    if (!file.isCurrent()) {
      remove(path, file);
      return Optional.empty();
    }
    return Optional.of(file);
  }

  /** Returns {@code file}, kept for the next time if there is room for it. */
  ServedFile put(String path, ServedFile file) {
    if (file.cachedBytes() > bytesMax) {
      return file;
    }
    if (files.size() >= ENTRIES_MAX || bytes.get() + file.cachedBytes() > bytesMax) {
      files.forEach(this::remove);
    }
    if (files.putIfAbsent(path, file) == null) {
      bytes.addAndGet(file.cachedBytes());
    }
    return file;
  }

  private void remove(String path, ServedFile file) {
    if (files.remove(path, file)) {
      bytes.addAndGet(-file.cachedBytes());
    }
  }
}
