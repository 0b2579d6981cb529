package heddle.http.wire;

import heddle.http.Headers;
import heddle.http.Request.HttpVersion;
import heddle.http.Target;

/**
 * A request without its body, checked.
 *
 * @param method a token
 * @param target where it goes
 * @param version the lower of the client's and ours
 * @param headers as they came
 * @param framing how the body ends
 * @param bytes length of the head, for skipping it
 */
public record RequestHead(
    String method,
    Target target,
    HttpVersion version,
    Headers headers,
    Framing framing,
    int bytes) {

  /**
   * Returns whether the connection can carry another request after this one (RFC 9112 section 9.3).
   */
  public boolean keepAlive() {
    return switch (version) {
      case HTTP_1_1 -> !headers.listHolds("Connection", "close");
      case HTTP_1_0 ->
          headers.listHolds("Connection", "keep-alive")
              && !headers.listHolds("Connection", "close");
    };
  }

  /**
   * Returns whether the client waits for a 100 before it sends the body (RFC 9110 section 10.1.1).
   */
  public boolean expectsContinue() {
    return version == HttpVersion.HTTP_1_1 && headers.has("Expect");
  }
}
