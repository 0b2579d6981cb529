package heddle.http.net;

import java.io.InterruptedIOException;

/** What the peer had to do in time, it did not. */
public final class DeadlineException extends InterruptedIOException {
  private static final long serialVersionUID = 1L;

  /** The deadline of a {@link Transport} passed. */
  public DeadlineException() {
    super("deadline passed");
  }

  /** A deadline passes a hundred times a second under attack; nobody reads where. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
