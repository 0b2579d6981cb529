package heddle.engine.net;

/** How far a TCP socket has come. */
enum SocketState {
  /** It may have a local address, and nothing more. */
  FRESH,
  /** It accepts connections. */
  LISTENING,
  /** It has asked for a connection and has no answer yet. */
  CONNECTING,
  /** It is one end of a connection, or was. */
  CONNECTED,
  /** It has asked for a connection in vain, and its program does not know yet. */
  REFUSED
}
