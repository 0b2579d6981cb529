package heddle.lab.course;

import heddle.lab.check.SourceFile;

/**
 * A program of a chapter.
 *
 * @param file what learners see
 * @param expected the verdict that it must get
 * @param why one sentence that says why
 */
record CourseProgram(SourceFile file, Expectation expected, String why) {
  static CourseProgram parse(String where, String name, String text) throws CourseException {
    Header header = Header.parse(where, text);
    return new CourseProgram(
        new SourceFile(name, header.program()), Expectation.parse(header), header.required("why"));
  }
}
