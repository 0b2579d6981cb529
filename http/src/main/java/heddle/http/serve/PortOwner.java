package heddle.http.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out who listens at a port, where the system tells (Linux: {@code /proc}). */
final class PortOwner {
  private static final String LISTENING = "0A";

  /** Columns of {@code /proc/net/tcp}. */
  private static final int LOCAL_ADDRESS = 1;

  private static final int STATE = 3;
  private static final int INODE = 9;

  private PortOwner() {}

  /** Returns the owner as in {@code nginx (process 4711)}; empty if it cannot be found out. */
  static Optional<String> of(int port) {
    try {
      Set<String> sockets = new HashSet<>();
      for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
        addListening(Path.of(table), port, sockets);
      }
      return sockets.isEmpty() ? Optional.empty() : processWith(sockets);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void addListening(Path table, int port, Set<String> sockets) throws IOException {
    if (!Files.isReadable(table)) {
      return;
    }
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length > INODE
          && columns[LOCAL_ADDRESS].endsWith(suffix)
          && columns[STATE].equals(LISTENING)) {
        sockets.add("socket:[" + columns[INODE] + "]");
      }
    }
  }

  private static Optional<String> processWith(Set<String> sockets) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process, sockets)) {
          String name = Files.readString(process.resolve("comm")).strip();
          return Optional.of("%s (process %s)".formatted(name, process.getFileName()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (sockets.contains(Files.readSymbolicLink(file).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      // another user's process, or one that has just ended
    }
    return false;
  }
}
