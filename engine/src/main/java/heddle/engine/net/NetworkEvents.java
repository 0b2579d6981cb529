package heddle.engine.net;

/** Is told what passes over the network, for the trace. */
interface NetworkEvents {
  /** A connection was established. */
  void connected(StreamSocket from, StreamSocket to);

  /** The program of the listening side took the connection. */
  void accepted(StreamSocket socket);

  /** Bytes were sent; {@code lost} tells that no one will get them. */
  void sent(StreamSocket socket, long address, int length, boolean lost);

  /** Bytes were read; {@code cut} tells that more had arrived. */
  void received(StreamSocket socket, long address, int length, boolean cut);

  /** A read saw that the peer sends no more. */
  void ended(StreamSocket socket);

  /** One end of a connection was closed. */
  void closed(StreamSocket socket);
}
