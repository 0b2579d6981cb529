package heddle.http.websocket;

import java.io.IOException;

/**
 * One frame as it came (RFC 6455 section 5.2), unmasked.
 *
 * @param last whether it ends its message
 * @param compressed whether its message is compressed; set on a message's first frame only
 * @param opcode what it is
 * @param payload its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(boolean last, boolean compressed, Opcode opcode, byte[] payload) {
  /** Payload of a control frame at most, in bytes. */
  static final int CONTROL_BYTES_MAX = 125;

  /** What a frame is. */
  enum Opcode {
    CONTINUATION(0),
    TEXT(1),
    BINARY(2),
    CLOSE(8),
    PING(9),
    PONG(10);

    private final int number;

    Opcode(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    boolean isControl() {
      return number >= 8;
    }

    static Opcode of(int number) throws IOException {
      return switch (number) {
        case 0 -> CONTINUATION;
        case 1 -> TEXT;
        case 2 -> BINARY;
        case 8 -> CLOSE;
        case 9 -> PING;
        case 10 -> PONG;
        default -> throw new CloseException(CloseException.PROTOCOL_ERROR, "unknown opcode");
      };
    }
  }
}
