package heddle.http;

/**
 * Answers requests: a plain function that may block. It runs on the virtual thread of the
 * connection, so many calls are under way at once and implementations must be thread-safe.
 */
@FunctionalInterface
public interface Handler {
  /**
   * Answers one request.
   *
   * @return the response; its body may be written after this method has returned
   * @throws HttpException to be answered with the status it names
   * @throws Exception any other is logged and answered 500, without its text
   */
  Response handle(Request request) throws Exception;
}
