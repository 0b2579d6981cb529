package parity;

/**
 * Prints what each case sees. On the simulated network that must be what it is on real loopback.
 */
public final class NetworkParity {
  private NetworkParity() {}

  public static void main(String[] args) throws Exception {
    ConnectionCases.listeners();
    ConnectionCases.connections();
    StreamCases.streams();
    StreamCases.ends();
    StreamCases.resets();
    StreamCases.timeouts();
    SocketCases.socketOptions();
    SocketCases.closedSockets();
    DatagramCases.datagrams();
    DatagramCases.datagramErrors();
    ChannelCases.channels();
    ChannelCases.nonBlocking();
    SelectorCases.selectors();
    ChannelCases.channelErrors();
    DatagramCases.datagramChannels();
    ChannelCases.pipes();
    ThreadCases.threads();
    NameCases.names();
  }
}
