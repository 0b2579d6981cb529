package heddle.hooks;

import java.net.URL;

/** Tells addresses of this machine's files from those that lead out of control. */
final class Addresses {
  private Addresses() {}

  /** Returns whether {@code url} is that of a file, of an entry of a jar file, or of the JDK. */
  static boolean isLocal(URL url) {
    return switch (url.getProtocol()) {
      case "file" -> url.getHost() == null || url.getHost().isEmpty();
      case "jar" -> url.getPath().startsWith("file:/");
      case "jrt" -> true;
      default -> false;
    };
  }
}
