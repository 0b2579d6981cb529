package heddle.http;

/**
 * A request cannot be served for a reason that the client may know. The message is sent to the
 * client: it must not hold anything that the client did not say itself.
 */
public final class HttpException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Status status;

  /**
   * A refusal.
   *
   * @param status 400 to 599
   * @param reason one line for the client
   */
  public HttpException(Status status, String reason) {
    super(reason);
    if (status.code() < 400) {
      throw new IllegalArgumentException("status: expected 400 to 599, got " + status.code());
    }
    this.status = status;
  }

  /** Returns the status to answer with. */
  public Status status() {
    return status;
  }

  /** Bad requests come by the thousand under attack, and where they were found says nothing. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
