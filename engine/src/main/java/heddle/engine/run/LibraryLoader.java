package heddle.engine.run;

import heddle.engine.schedule.Engine;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads those classes of the class path that belong to libraries, as they are. Loading one is the
 * engine's own work, whichever thread of the program asks for it.
 */
final class LibraryLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  /** Library classes asked for so far: while it grows, the program is not stuck. */
  static final AtomicInteger LOADED = new AtomicInteger();

  private final List<String> folders;
  private final Engine engine;

  /** {@code packages} are names that end in a dot. */
  LibraryLoader(URL[] classPath, List<String> packages, Engine engine) {
    super("library", classPath, ClassLoader.getPlatformClassLoader());
    this.folders = packages.stream().map(name -> name.replace('.', '/')).toList();
    this.engine = engine;
    setDefaultAssertionStatus(true);
  }

  /** Returns whether a class file by this name, such as {@code bank/Transfer.class}, is ours. */
  boolean holds(String resource) {
    for (String folder : folders) {
      if (resource.startsWith(folder)) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!holds(name.replace('.', '/'))) {
      throw new ClassNotFoundException(name);
    }
    boolean paused = engine.pause(true);
    LOADED.incrementAndGet();
    try {
      return super.findClass(name);
    } finally {
      engine.pause(paused);
    }
  }
}
