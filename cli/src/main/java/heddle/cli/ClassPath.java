package heddle.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/**
 * Where compiled classes are.
 *
 * @param entries folders and jars, in order
 */
record ClassPath(List<Path> entries) {
  /** Reads a class path as {@code java} takes it, with {@code lib/*} for all jars of a folder. */
  static ClassPath parse(String text) throws UserError, IOException {
    List<Path> entries = new ArrayList<>();
    for (String entry : List.of(text.split(File.pathSeparator, -1))) {
      if (entry.isBlank()) {
        continue;
      }
      if (entry.equals("*") || entry.endsWith("/*")) {
        Path folder = Path.of(entry.equals("*") ? "." : entry.substring(0, entry.length() - 2));
        entries.addAll(jarsIn(folder));
      } else {
        entries.add(existing(Path.of(entry)));
      }
    }
    return new ClassPath(List.copyOf(entries));
  }

  private static Path existing(Path entry) throws UserError {
    if (!Files.exists(entry)) {
      throw new UserError(
          "-cp: expected folders and jars, but there is no '"
              + entry
              + "': compile it, or mend the path");
    }
    return entry;
  }

  private static List<Path> jarsIn(Path folder) throws UserError, IOException {
    try (var files = Files.list(existing(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Returns the class file of a class, named with slashes. */
  Optional<byte[]> classFile(String internalName) {
    String name = internalName + ".class";
    try {
      for (Path entry : entries) {
        Optional<byte[]> bytes =
            Files.isDirectory(entry) ? inFolder(entry, name) : inJar(entry, name);
        if (bytes.isPresent()) {
          return bytes;
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Optional.empty();
  }

  private static Optional<byte[]> inFolder(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private static Optional<byte[]> inJar(Path jar, String name) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      var entry = file.getJarEntry(name);
      if (entry == null) {
        return Optional.empty();
      }
      try (var stream = file.getInputStream(entry)) {
        return Optional.of(stream.readAllBytes());
      }
    }
  }
}
