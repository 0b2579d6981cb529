// verdict: not-controllable
// why: an address of another machine leads out of what can be controlled.

import java.io.IOException;
import java.net.URI;

public class OpensAnAddress {
  public static void main(String[] args) throws IOException {
    URI.create("http://127.0.0.1:9/").toURL().openStream().close();
  }
}
