package heddle.engine.run;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one host: loaded by a loader of their own, so that their static fields are the
 * host's own. Confined to the thread that runs executions.
 */
final class Realm {
  final int number;
  final URL[] classPath;
  final WovenClasses classes;
  private @Nullable WeavingLoader loader;

  Realm(int number, URL[] classPath, WovenClasses classes) {
    this.number = number;
    this.classPath = classPath;
    this.classes = classes;
  }

  /** Returns what loads its classes; null before the first is asked for. */
  @Nullable WeavingLoader loader() {
    return loader;
  }

  void loader(@Nullable WeavingLoader fresh) {
    loader = fresh;
  }
}
