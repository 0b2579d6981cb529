// verdict: all-pass
// interleavings: 1
// why: an address of a file is no network connection, so a program may read its own resources by it.

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

public class OwnResource {
  public static void main(String[] args) throws IOException {
    URL address = OwnResource.class.getResource("OwnResource.class");
    try (InputStream in = address.openStream()) {
      assert in.read() == 0xCA : "a class file begins with CAFE";
    }
  }
}
