package heddle.http.server;

import heddle.http.net.Carrier;

/** On the event loops that schedule their virtual threads. */
class HttpServerOnLoopsTest extends HttpServerTest {
  HttpServerOnLoopsTest() {
    super(Carrier.Kind.LOOP);
  }
}
