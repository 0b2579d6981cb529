package heddle.lab.course;

/** Something in a course's folder that its author can mend; the message says what and where. */
public final class CourseException extends Exception {
  private static final long serialVersionUID = 1;

  /** A complaint of one line. */
  public CourseException(String message) {
    super(message);
  }
}
