package heddle.engine.net;

/** What the next operation on a TCP socket is to report of a connection that broke. */
enum Trouble {
  NONE,
  RESET,
  BROKEN_PIPE
}
