package heddle.engine.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.stream.Stream;

/** Look-ups of names, answered from the hosts of the simulation. */
final class Names implements InetAddressResolver {
  private final Network network;

  Names(Network network) {
    this.network = network;
  }

  @Override
  public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
      throws UnknownHostException {
    if (host.equals("localhost")) {
      return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
    }
    for (Kernel kernel : network.hosts()) {
      if (kernel.name.equals(host)) {
        return Stream.of(InetAddress.getByAddress(host, kernel.outside.getAddress()));
      }
    }
    throw new UnknownHostException(host + ": Name or service not known");
  }

  @Override
  public String lookupByAddress(byte[] address) throws UnknownHostException {
    InetAddress asked = InetAddress.getByAddress(address);
    if (asked.isLoopbackAddress()) {
      return "localhost";
    }
    for (Kernel kernel : network.hosts()) {
      if (kernel.outside.equals(asked)) {
        return kernel.name;
      }
    }
    throw new UnknownHostException();
  }
}
