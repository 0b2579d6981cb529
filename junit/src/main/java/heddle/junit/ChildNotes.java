package heddle.junit;

import heddle.engine.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the executions in the child JVM have to tell beside the verdict, handed over in a file:
 * whether any ran the test to its end, the first assumption that did not hold, and, in a second
 * file, what the latest one threw. Closing it deletes both.
 */
final class ChildNotes implements AutoCloseable {
  private static final String RAN = "ran";
  private static final String ABORTED = "aborted ";

  private final Path file;
  private boolean ran;
  private @Nullable String aborted;
  private @Nullable Throwable thrown;

  private ChildNotes(Path file) {
    this.file = file;
  }

  static ChildNotes create() throws IOException {
    return new ChildNotes(Files.createTempFile("heddle-junit", ".notes"));
  }

  Path file() {
    return file;
  }

  private static Path thrownFile(Path file) {
    return Path.of(file + ".thrown");
  }

  // ---- in the child

  static void ran(Path file) throws IOException {
    Files.writeString(file, RAN + "\n", StandardOpenOption.APPEND);
  }

  static void aborted(Path file, @Nullable String message) throws IOException {
    String line = message == null ? "an assumption does not hold" : message.replace('\n', ' ');
    Files.writeString(file, ABORTED + line + "\n", StandardOpenOption.APPEND);
  }

  /** Writes {@code failure} for {@link #cause}; one that can not be written leaves no file. */
  static void thrown(Path file, Throwable failure) {
    Path target = thrownFile(file);
    try {
      try (OutputStream out = Files.newOutputStream(target);
          ObjectOutputStream objects = new ObjectOutputStream(out)) {
        objects.writeObject(failure);
      } catch (IOException | RuntimeException e) {
        // Not serializable: the finding has its type, message and frames as text.
        Files.deleteIfExists(target);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  // ---- in the JVM that asked

  void read() throws IOException {
    for (String line : Files.readAllLines(file)) {
      if (line.equals(RAN)) {
        ran = true;
      } else if (line.startsWith(ABORTED) && aborted == null) {
        aborted = line.substring(ABORTED.length());
      }
    }
    Path target = thrownFile(file);
    if (Files.exists(target)) {
      try (InputStream in = Files.newInputStream(target);
          ObjectInputStream objects = new TestObjects(in)) {
        thrown = (Throwable) objects.readObject();
      } catch (ClassNotFoundException | IOException | RuntimeException e) {
        thrown = null; // the finding has its type, message and frames as text
      }
    }
  }

  /** Returns whether some execution ran the test to its end. */
  boolean ran() {
    return ran;
  }

  /** Returns what was said of the first assumption that did not hold; null when all held. */
  @Nullable String aborted() {
    return aborted;
  }

  /**
   * Returns the exception that {@code failure} tells of: itself if it came over, else a likeness.
   */
  Throwable cause(Finding.Failure failure) {
    Throwable same = thrown;
    if (same != null
        && same.getClass().getName().equals(failure.type())
        && (same.getMessage() == null || same.getMessage().equals(failure.message()))) {
      same.setStackTrace(ofProgram(same.getStackTrace()));
      return same;
    }
    return new ThrownInChild(failure);
  }

  /** Returns the frames down to the program's outermost one, without the loaders of the child. */
  private static StackTraceElement[] ofProgram(StackTraceElement[] frames) {
    int end = 0;
    for (int i = 0; i < frames.length; i++) {
      end = "program".equals(frames[i].getClassLoaderName()) ? i + 1 : end;
    }
    List<StackTraceElement> plain =
        Arrays.stream(frames, 0, end)
            .map(frame ->
                new StackTraceElement(
                    frame.getClassName(),
                    frame.getMethodName(),
                    frame.getFileName(),
                    frame.getLineNumber()))
            .toList();
    return plain.toArray(StackTraceElement[]::new);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(thrownFile(file));
  }

  /** Finds the classes of exceptions where the tests are. */
  private static final class TestObjects extends ObjectInputStream {
    TestObjects(InputStream in) throws IOException {
      super(in);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
        throws IOException, ClassNotFoundException {
      try {
        return Class.forName(type.getName(), false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException e) {
        return super.resolveClass(type);
      }
    }
  }
}
