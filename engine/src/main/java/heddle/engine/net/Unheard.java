package heddle.engine.net;

/** Events that no one is told of. */
enum Unheard implements NetworkEvents {
  /** The only one. */
  EVENTS;

  @Override
  public void connected(StreamSocket from, StreamSocket to) {}

  @Override
  public void accepted(StreamSocket socket) {}

  @Override
  public void sent(StreamSocket socket, long address, int length, boolean lost) {}

  @Override
  public void received(StreamSocket socket, long address, int length, boolean cut) {}

  @Override
  public void ended(StreamSocket socket) {}

  @Override
  public void closed(StreamSocket socket) {}
}
