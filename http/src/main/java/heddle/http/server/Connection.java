package heddle.http.server;

import java.io.IOException;

/**
 * Speaks one protocol over one connection. HTTP/1.1 answers one request after another; a protocol
 * that has several under way at once starts a thread for each, and {@link Service#answer} does not
 * mind.
 */
interface Connection {
  /**
   * Serves until the peer, an error or a stop ends it.
   *
   * @throws IOException if the connection broke
   */
  void serve() throws IOException;

  /**
   * Makes {@link #serve} end: at once if no request is under way, otherwise after its response. Any
   * thread.
   */
  void stop();
}
