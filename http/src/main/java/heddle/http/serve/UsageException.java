package heddle.http.serve;

/** The user asked for something that cannot be; the message says what, where and what to do. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
