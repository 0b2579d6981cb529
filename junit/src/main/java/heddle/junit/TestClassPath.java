package heddle.junit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Where the classes of a test and of all that it needs are, however JUnit was started: by Surefire
 * with a class path or with a jar that holds nothing but a manifest, by Gradle, or by an IDE.
 *
 * @param entries folders and jars, in the order in which they are searched
 * @param sources folders with sources, where the usual layouts have them
 * @param folder where reports belong in this build
 */
record TestClassPath(List<Path> entries, List<Path> sources, Path folder) {
  /** For folders of classes, from their end: where the sources and the reports are. */
  private record Layout(String classes, String root, List<String> sources, String folder) {}

  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout("target/test-classes", "../..", List.of("src/test/java"), "target/heddle"),
          new Layout("target/classes", "../..", List.of("src/main/java"), "target/heddle"),
          new Layout(
              "build/classes/java/test", "../../../..", List.of("src/test/java"), "build/heddle"),
          new Layout(
              "build/classes/java/main", "../../../..", List.of("src/main/java"), "build/heddle"));

  /** Returns the class path that {@code test} was loaded from. */
  static TestClassPath of(Class<?> test) {
    Set<Path> entries = new LinkedHashSet<>();
    for (ClassLoader loader = test.getClassLoader(); loader != null; loader = loader.getParent()) {
      if (loader instanceof URLClassLoader urls) {
        for (URL url : urls.getURLs()) {
          addUrl(entries, url);
        }
      }
    }
    addAll(entries, System.getProperty("surefire.test.class.path", ""));
    addAll(entries, System.getProperty("java.class.path", ""));
    var source = test.getProtectionDomain().getCodeSource();
    if (source != null) {
      addUrl(entries, source.getLocation());
    }
    List<Path> sources = new ArrayList<>();
    Path folder = null;
    for (Path entry : entries) {
      for (Layout layout : LAYOUTS) {
        if (entry.endsWith(layout.classes())) {
          Path root = entry.resolve(layout.root()).normalize();
          folder = folder == null ? root.resolve(layout.folder()) : folder;
          layout.sources().stream()
              .map(root::resolve)
              .filter(Files::isDirectory)
              .forEach(sources::add);
        }
      }
    }
    return new TestClassPath(
        List.copyOf(entries),
        sources,
        folder == null ? Path.of("heddle-schedules").toAbsolutePath() : folder);
  }

  private static void addAll(Set<Path> entries, String classPath) {
    for (String entry :
        Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(classPath).toList()) {
      if (!entry.isEmpty()) {
        add(entries, Path.of(entry));
      }
    }
  }

  private static void addUrl(Set<Path> entries, URL url) {
    try {
      if (url.getProtocol().equals("file")) {
        add(entries, Path.of(url.toURI()));
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("class path: expected the URL of a file, got " + url, e);
    }
  }

  private static void add(Set<Path> entries, Path given) {
    Path entry = given.toAbsolutePath().normalize();
    if (!Files.exists(entry) || !entries.add(entry) || Files.isDirectory(entry)) {
      return;
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      var manifest = jar.getManifest();
      String more =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (more != null) {
        for (String relative : Pattern.compile(" +").splitAsStream(more).toList()) {
          URI uri = entry.toUri().resolve(relative);
          if ("file".equals(uri.getScheme())) {
            add(entries, Path.of(uri));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(entry + ": expected a jar or a folder of classes", e);
    } catch (IllegalArgumentException e) {
      return; // an entry of a manifest that is no path: the JVM ignores it as well
    }
  }
}
