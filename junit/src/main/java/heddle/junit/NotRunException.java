package heddle.junit;

/** A test that was to be explored did not run in the child JVM; the message says why. */
final class NotRunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotRunException(String why) {
    super(why);
  }
}
