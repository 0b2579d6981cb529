package heddle.http;

import java.io.IOException;

/**
 * A request's body cannot be read to its end for a reason of the client's making. A handler lets it
 * pass; it is answered with its status and the connection is closed.
 */
public final class BrokenBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Status status;

  /** A refusal with {@code reason}, one line for the client. */
  public BrokenBodyException(Status status, String reason) {
    super(reason);
    this.status = status;
  }

  /** Returns the status to answer with. */
  public Status status() {
    return status;
  }
}
