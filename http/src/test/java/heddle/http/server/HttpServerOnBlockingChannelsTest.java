package heddle.http.server;

import heddle.http.net.Carrier;

/** On blocking channels. */
class HttpServerOnBlockingChannelsTest extends HttpServerTest {
  HttpServerOnBlockingChannelsTest() {
    super(Carrier.Kind.BLOCKING);
  }
}
