package heddle.http.websocket;

import java.io.IOException;

/**
 * The peer broke the protocol or a bound: the connection is closed with this code (RFC 6455 section
 * 7.4.1).
 */
final class CloseException extends IOException {
  private static final long serialVersionUID = 1L;

  static final int NORMAL = 1000;
  static final int GOING_AWAY = 1001;
  static final int PROTOCOL_ERROR = 1002;
  static final int NO_CODE = 1005;
  static final int NOT_UTF_8 = 1007;
  static final int TOO_BIG = 1009;
  static final int SERVER_ERROR = 1011;

  private final int code;

  CloseException(int code, String reason) {
    super(reason);
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Returns whether {@code code} may stand in a close frame (RFC 6455 section 7.4). */
  static boolean maySend(int code) {
    return (code >= 1000 && code <= 1003)
        || (code >= 1007 && code <= 1014)
        || (code >= 3000 && code <= 4999);
  }
}
