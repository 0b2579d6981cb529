package heddle.lab.course;

import heddle.lab.course.Chapter.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Reads a chapter from its folder. */
final class ChapterReader {
  private final Path folder;
  private final String id;

  private ChapterReader(Path folder) {
    this.folder = folder;
    this.id = name(folder);
  }

  static Chapter read(Path folder) throws IOException, CourseException {
    return new ChapterReader(folder).read();
  }

  /** Returns the last part of a path, without the slash that folders in archives end in. */
  static String name(Path path) {
    return String.valueOf(path.getFileName()).replace("/", "");
  }

  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Returns the text of a file, with one form of line ends. */
  static String text(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private Chapter read() throws IOException, CourseException {
    String where = id + "/chapter.md";
    FrontMatter matter = FrontMatter.parse(where, text(folder.resolve("chapter.md")));
    String title = matter.required("title");
    String teaches = matter.required("teaches");
    Map<String, CourseProgram> programs = programs();
    List<Screen> screens = screens(where, matter.body(), programs);
    return new Chapter(id, title, teaches, matter.minutes(), screens, programs, exercises());
  }

  private Map<String, CourseProgram> programs() throws IOException, CourseException {
    Map<String, CourseProgram> programs = new TreeMap<>();
    for (Path file : list(folder)) {
      String name = name(file);
      if (name.endsWith(".java")) {
        programs.put(name, CourseProgram.parse(id + "/" + name, name, text(file)));
      }
    }
    return programs;
  }

  private List<Exercise> exercises() throws IOException, CourseException {
    Path exercises = folder.resolve("exercises");
    List<Exercise> all = new ArrayList<>();
    if (Files.isDirectory(exercises)) {
      for (Path exercise : list(exercises)) {
        all.add(ExerciseReader.read(id, exercise));
      }
    }
    return List.copyOf(all);
  }

  private List<Screen> screens(String where, String body, Map<String, CourseProgram> programs)
      throws CourseException {
    List<Screen> screens = new ArrayList<>();
    Node node = Markdown.parse(body).getFirstChild();
    while (node != null) {
      if (!(node instanceof Heading heading) || heading.getLevel() != 2) {
        throw new CourseException(where + ": expected each screen to begin with '## Step: title'");
      }
      Node end = heading.getNext();
      String program = "";
      while (end != null && !(end instanceof Heading next && next.getLevel() == 2)) {
        Node after = end.getNext();
        if (end instanceof FencedCodeBlock block && "program".equals(block.getInfo())) {
          program = String.valueOf(block.getLiteral()).strip();
          end.unlink();
        }
        end = after;
      }
      screens.add(screen(where, heading, end, program, programs));
      node = end;
    }
    requireSteps(where, screens);
    return List.copyOf(screens);
  }

  private static Screen screen(
      String where,
      Heading heading,
      @org.jspecify.annotations.Nullable Node end,
      String program,
      Map<String, CourseProgram> programs)
      throws CourseException {
    StringBuilder text = new StringBuilder();
    for (Node part = heading.getFirstChild(); part != null; part = part.getNext()) {
      text.append(part instanceof Text plain ? plain.getLiteral() : "");
    }
    int colon = text.indexOf(": ");
    String step = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!Chapter.STEPS.contains(step)) {
      throw new CourseException(
          "%s: '%s': expected a heading such as '## Predict: …' with one of %s"
              .formatted(where, text, String.join(", ", Chapter.STEPS)));
    }
    if (!program.isEmpty() && !programs.containsKey(program)) {
      throw new CourseException(
          where + ": program: expected a file of this folder, got " + program);
    }
    String rest = text.substring(colon + 2);
    String title = rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    Markdown.Read read = Markdown.read(where + ", '" + text + "'", heading.getNext(), end);
    if (read.words() > Chapter.WORDS_MAX) {
      throw new CourseException(
          "%s: '%s': %d words, at most %d: split the screen"
              .formatted(where, text, read.words(), Chapter.WORDS_MAX));
    }
    return new Screen(step, title, read.words(), program, read.blocks());
  }

  private static void requireSteps(String where, List<Screen> screens) throws CourseException {
    for (String step : Chapter.STEPS) {
      if (screens.stream().noneMatch(screen -> screen.step().equals(step))) {
        throw new CourseException(where + ": expected a screen '" + step + "', got none");
      }
    }
    boolean misconception =
        screens.stream().anyMatch(screen -> screen.blocks().toString().contains("misconception"));
    if (!misconception) {
      throw new CourseException(where + ": expected a block 'misconception', got none");
    }
    if (screens.getFirst().program().isEmpty()) {
      throw new CourseException(where + ": expected the first screen to name a program");
    }
  }
}
