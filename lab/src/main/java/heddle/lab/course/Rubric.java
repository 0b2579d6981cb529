package heddle.lab.course;

import heddle.lab.check.SourceFile;
import java.util.List;

/** How a solution is judged: by criteria, each of which a failing run can break. */
sealed interface Rubric {
  /** Returns the criteria, in the order shown. */
  List<Criterion> criteria();

  /**
   * One line of a rubric.
   *
   * @param id such as {@code deadlock-free}
   * @param label for people
   */
  record Criterion(String id, String label) {}

  /**
   * The learner writes a part of a program, which several trials then use.
   *
   * @param trials programs around the learner's file
   */
  record OfProgram(List<Criterion> criteria, List<Trial> trials) implements Rubric {}

  /**
   * A program around the learner's file.
   *
   * @param file the program
   * @param criterion what fails when it fails; empty when the finding tells
   * @param what what it tries, in a few words
   * @param seconds how long it may be explored
   */
  record Trial(SourceFile file, String criterion, String what, int seconds) {}

  /**
   * The learner writes a test, which must pass with the right subject and fail with each broken
   * one.
   *
   * @param right the right subject
   * @param broken the others
   */
  record OfTest(List<Criterion> criteria, SourceFile right, List<Subject> broken)
      implements Rubric {}

  /** A broken subject: its name, its file, and what is broken in one sentence. */
  record Subject(String name, SourceFile file, String why) {}
}
