/** Chapters, their programs and exercises, read from a folder, and how solutions are judged. */
@org.jspecify.annotations.NullMarked
package heddle.lab.course;
