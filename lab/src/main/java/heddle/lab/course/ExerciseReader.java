package heddle.lab.course;

import com.google.gson.JsonArray;
import heddle.lab.check.SourceFile;
import heddle.lab.course.Exercise.Wrong;
import heddle.lab.course.Rubric.Criterion;
import heddle.lab.course.Rubric.Subject;
import heddle.lab.course.Rubric.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an exercise from its folder: {@code exercise.md}, the learner's file in {@code start},
 * {@code solution.java}, wrong solutions in {@code wrong}, and either programs around it in {@code
 * trials} or, when a test is to be written, {@code right.java} and {@code broken}.
 */
final class ExerciseReader {
  private static final int SECONDS_DEFAULT = 2;

  private final String where;
  private final Path folder;

  private ExerciseReader(String where, Path folder) {
    this.where = where;
    this.folder = folder;
  }

  static Exercise read(String chapter, Path folder) throws IOException, CourseException {
    return new ExerciseReader(chapter + "/" + ChapterReader.name(folder), folder).read();
  }

  private Exercise read() throws IOException, CourseException {
    FrontMatter matter =
        FrontMatter.parse(
            where + "/exercise.md", ChapterReader.text(folder.resolve("exercise.md")));
    List<Path> starts = javaFiles("start");
    if (starts.size() != 1) {
      throw new CourseException(where + "/start: expected one .java file, got " + starts.size());
    }
    String name = ChapterReader.name(starts.getFirst());
    Rubric rubric = rubric(matter);
    String[] parts = matter.body().split("(?m)^## Hint\n", -1);
    List<JsonArray> hints = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      hints.add(Markdown.read(where, parts[i]).blocks());
    }
    return new Exercise(
        ChapterReader.name(folder),
        matter.required("title"),
        matter.required("goal"),
        matter.minutes(),
        Markdown.read(where, parts[0]).blocks(),
        List.copyOf(hints),
        new SourceFile(name, ChapterReader.text(starts.getFirst())),
        given(rubric),
        rubric,
        new SourceFile(name, ChapterReader.text(folder.resolve("solution.java"))),
        wrong(name, rubric));
  }

  /** What the learner may read beside the own file: the first trial, or the right subject. */
  private static List<SourceFile> given(Rubric rubric) {
    return switch (rubric) {
      case Rubric.OfProgram program -> List.of(program.trials().getFirst().file());
      case Rubric.OfTest test -> List.of(test.right());
    };
  }

  private List<Path> javaFiles(String name) throws IOException {
    Path inside = folder.resolve(name);
    return Files.isDirectory(inside)
        ? ChapterReader.list(inside).stream()
            .filter(file -> file.toString().endsWith(".java"))
            .toList()
        : List.of();
  }

  private Rubric rubric(FrontMatter matter) throws IOException, CourseException {
    return matter.values().containsKey("subject")
        ? ofTest(matter.required("subject"))
        : ofProgram(matter);
  }

  private Rubric ofProgram(FrontMatter matter) throws IOException, CourseException {
    List<Trial> trials = new ArrayList<>();
    for (Path file : javaFiles("trials")) {
      String name = ChapterReader.name(file);
      Header header = Header.parse(where + "/trials/" + name, ChapterReader.text(file));
      trials.add(
          new Trial(
              new SourceFile(name, header.program()),
              header.value("criterion"),
              header.required("what"),
              header.value("seconds").isEmpty()
                  ? SECONDS_DEFAULT
                  : Integer.parseInt(header.value("seconds"))));
    }
    if (trials.isEmpty()) {
      throw new CourseException(where + "/trials: expected at least one program, got none");
    }
    List<Criterion> criteria = new ArrayList<>();
    for (String id : matter.required("criteria").split(", *", -1)) {
      criteria.add(Criteria.of(id, where));
    }
    for (Trial trial : trials) {
      String id = trial.criterion();
      if (!id.isEmpty() && criteria.stream().noneMatch(one -> one.id().equals(id))) {
        throw new CourseException(
            where + "/trials: criterion " + id + ": expected it among the exercise's criteria");
      }
    }
    return new Rubric.OfProgram(List.copyOf(criteria), List.copyOf(trials));
  }

  private Rubric ofTest(String subject) throws IOException, CourseException {
    List<Subject> broken = new ArrayList<>();
    List<Criterion> criteria = new ArrayList<>(List.of(Criteria.ACCEPTS));
    for (Path file : javaFiles("broken")) {
      String name = ChapterReader.name(file).replace(".java", "");
      Header header = Header.parse(where + "/broken/" + name, ChapterReader.text(file));
      String why = header.required("why");
      broken.add(new Subject(name, new SourceFile(subject, header.program()), why));
      criteria.add(Criteria.catches(name));
    }
    if (broken.isEmpty()) {
      throw new CourseException(where + "/broken: expected at least one program, got none");
    }
    var right = new SourceFile(subject, ChapterReader.text(folder.resolve("right.java")));
    return new Rubric.OfTest(List.copyOf(criteria), right, List.copyOf(broken));
  }

  private List<Wrong> wrong(String name, Rubric rubric) throws IOException, CourseException {
    List<Wrong> all = new ArrayList<>();
    for (Path file : javaFiles("wrong")) {
      String called = ChapterReader.name(file).replace(".java", "");
      Header header = Header.parse(where + "/wrong/" + called, ChapterReader.text(file));
      String fails = header.required("fails");
      if (rubric.criteria().stream().noneMatch(criterion -> criterion.id().equals(fails))) {
        throw new CourseException(
            "%s: fails: expected a criterion of the exercise, got %s"
                .formatted(header.where(), fails));
      }
      all.add(
          new Wrong(called, new SourceFile(name, header.program()), fails, header.required("why")));
    }
    return List.copyOf(all);
  }
}
