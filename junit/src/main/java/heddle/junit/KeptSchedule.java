package heddle.junit;

import heddle.engine.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.UniqueId;

/** The schedule of a test's latest failure, kept in a file for the next run, and its page. */
final class KeptSchedule {
  private final Path file;
  private final Path page;

  KeptSchedule(Path folder, ExtensionContext context) {
    String name = context.getRequiredTestClass().getName() + "." + method(context.getUniqueId());
    String plain = name.replaceAll("[^A-Za-z0-9_.$-]+", "_");
    this.file = folder.resolve(plain + ".schedule");
    this.page = folder.resolve(plain + ".html");
  }

  /** Returns the method and, for a template of several invocations, the number of this one. */
  private static String method(String id) {
    StringBuilder name = new StringBuilder();
    for (UniqueId.Segment segment : UniqueId.parse(id).getSegments()) {
      switch (segment.getType()) {
        case "method", "test-template" -> name.append(segment.getValue().replace("()", ""));
        case "test-template-invocation" ->
            name.append(segment.getValue().equals("#1") ? "" : segment.getValue());
        default -> {}
      }
    }
    return name.toString();
  }

  Path file() {
    return file;
  }

  Path page() {
    return page;
  }

  /** Returns the schedule; empty when none is kept, or what is kept is none. */
  Optional<Schedule> read() {
    try {
      return Files.exists(file)
          ? Optional.of(new Schedule(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      delete();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can not be read: delete it", e);
    }
  }

  void write(Schedule schedule, String html) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, schedule + "\n");
      Files.writeString(page, html);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + ": can not be written: set the parameter " + Explore.FOLDER + " to a folder", e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(page);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": can not be deleted: delete it", e);
    }
  }
}
