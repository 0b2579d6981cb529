package heddle.lab.course;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A course: chapters in the order of their folders' names. Immutable. */
public final class Course {
  private static final String OWN = "/heddle/course/course.md";

  private final String title;
  private final String about;
  private final List<Chapter> chapters;

  private Course(String title, String about, List<Chapter> chapters) {
    this.title = title;
    this.about = about;
    this.chapters = List.copyOf(chapters);
  }

  /** Reads the course in the background; whoever needs it waits for it. */
  public static CompletableFuture<Course> lazily(Optional<Path> folder) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return folder.isPresent() ? read(folder.get()) : own();
      } catch (IOException | CourseException failure) {
        throw new CompletionException(failure.getMessage(), failure);
      }
    });
  }

  /**
   * Reads the course that Heddle brings, from the class path.
   *
   * @throws CourseException when it is not there or not well-formed
   */
  public static Course own() throws IOException, CourseException {
    URL url = Course.class.getResource(OWN);
    if (url == null) {
      throw new CourseException(OWN + ": the course is not on the class path: run ./build");
    }
    try {
      URI place = url.toURI();
      if (!place.getScheme().equals("jar")) {
        return read(Path.of(place).resolveSibling(""));
      }
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        return read(jar.getPath(OWN).resolveSibling(""));
      }
    } catch (URISyntaxException malformed) {
      throw new IOException(malformed);
    }
  }

  /**
   * Reads the course in {@code folder}: {@code course.md}, and a folder for each chapter.
   *
   * @throws CourseException when something in it is not as it must be; the message says what
   */
  public static Course read(Path folder) throws IOException, CourseException {
    if (!Files.isRegularFile(folder.resolve("course.md"))) {
      throw new CourseException(folder + ": expected a file course.md in it, got none");
    }
    FrontMatter matter =
        FrontMatter.parse("course.md", ChapterReader.text(folder.resolve("course.md")));
    List<Chapter> chapters = new ArrayList<>();
    for (Path chapter : ChapterReader.list(folder)) {
      if (Files.isRegularFile(chapter.resolve("chapter.md"))) {
        chapters.add(ChapterReader.read(chapter));
      }
    }
    return new Course(matter.required("title"), matter.body().strip(), chapters);
  }

  List<Chapter> chapters() {
    return chapters;
  }

  /** Returns what the course map shows. */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("title", title);
    json.addProperty("about", about);
    JsonArray list = new JsonArray();
    chapters.forEach(chapter -> list.add(chapter.summary()));
    json.add("chapters", list);
    return json;
  }

  /** Returns all that the page shows of a chapter. */
  public Optional<JsonObject> chapterJson(String id) {
    return chapter(id).map(Chapter::json);
  }

  /** Returns all that the page shows of an exercise. */
  public Optional<JsonObject> exerciseJson(String chapter, String id) {
    return exercise(chapter, id).map(Exercise::json);
  }

  private Optional<Chapter> chapter(String id) {
    return chapters.stream().filter(chapter -> chapter.id().equals(id)).findFirst();
  }

  /** Returns an exercise by the folders' names. */
  Optional<Exercise> exercise(String chapter, String id) {
    return chapter(chapter)
        .flatMap(found ->
            found.exercises().stream().filter(exercise -> exercise.id().equals(id)).findFirst());
  }
}
