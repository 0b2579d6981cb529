package heddle.cli;

/**
 * Something that the person at the command line can mend. The message is one line: what, where,
 * what was expected and what to do.
 */
final class UserError extends Exception {
  private static final long serialVersionUID = 1;

  UserError(String message) {
    super(message);
  }
}
