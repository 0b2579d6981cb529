package heddle.engine.run;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where a class of ours was loaded from. */
public final class CodeSource {
  private CodeSource() {}

  /** Returns the jar or folder that holds {@code type}. */
  public static Path of(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException("no code source: " + type);
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
