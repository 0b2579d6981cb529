package heddle.engine.net;

/** Socket options by their numbers on Linux. */
final class Options {
  static final int SOCKET = 1;
  static final int REUSE_ADDRESS = 2;
  static final int LINGER = 13;
  static final int OOB_INLINE = 10;
  private static final int SEND_BUFFER = 7;
  private static final int RECEIVE_BUFFER = 8;
  private static final int IP = 0;
  private static final int MULTICAST_TTL = 33;
  private static final int MULTICAST_LOOP = 34;

  /**
   * What sockets say of their buffers, in bytes. The window is fixed, so setting the option changes
   * what is told and nothing else; who counts how much can be written to a peer that does not read
   * could notice.
   */
  private static final int BUFFER_BYTES = Flow.WINDOW_BYTES;

  private Options() {}

  /** Returns an option's value before it is set. */
  static int initial(int level, int name, boolean stream) {
    if (level == SOCKET) {
      return switch (name) {
        case SEND_BUFFER, RECEIVE_BUFFER -> BUFFER_BYTES;
        case LINGER -> -1;
        default -> 0;
      };
    }
    return level == IP && (name == MULTICAST_TTL || name == MULTICAST_LOOP) && !stream ? 1 : 0;
  }

  /** Returns what reading an option gives after {@code value} was set. */
  static int stored(int level, int name, int value) {
    return value;
  }
}
