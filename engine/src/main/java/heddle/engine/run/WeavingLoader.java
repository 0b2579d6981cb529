package heddle.engine.run;

import heddle.engine.schedule.ClassInitializers;
import heddle.engine.schedule.Engine;
import heddle.engine.weave.InterfaceConstants;
import heddle.engine.weave.Weaver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the program's classes, woven. Its name, {@code program}, tells the program's stack frames
 * from others.
 */
final class WeavingLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final WovenClasses classes;
  private final ClassInitializers initializers;
  private final Engine engine;
  private final LibraryLoader libraries;

  /**
   * Loads the classes of {@code classPath}, woven into {@code classes}; {@code libraries} loads
   * what is not to be woven.
   */
  WeavingLoader(
      URL[] classPath,
      WovenClasses classes,
      ClassInitializers initializers,
      Engine engine,
      LibraryLoader libraries) {
    super("program", classPath, libraries);
    this.libraries = libraries;
    this.classes = classes;
    this.initializers = initializers;
    this.engine = engine;
    setDefaultAssertionStatus(true);
  }

  /**
   * Returns a resource of the program itself, never of the JDK or of a library; null when there is
   * none.
   */
  @Nullable InputStream programResource(String name) {
    if (libraries.holds(name)) {
      return null;
    }
    String holder = InterfaceConstants.SUFFIX + ".class";
    if (name.endsWith(holder)) {
      return constants(name.substring(0, name.length() - holder.length()) + ".class");
    }
    URL url = name.startsWith("java/") ? null : findResource(name);
    try {
      return url == null ? null : url.openStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the class that holds the computed constants of an interface; null when there is none.
   */
  private @Nullable InputStream constants(String name) {
    try (InputStream in = programResource(name)) {
      return in == null
          ? null
          : InterfaceConstants.move(in.readAllBytes()).map(ByteArrayInputStream::new).orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    // The libraries' loader would name those of the class path a second time.
    List<URL> all = new ArrayList<>(Collections.list(getPlatformClassLoader().getResources(name)));
    all.addAll(Collections.list(findResources(name)));
    return Collections.enumeration(all);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    boolean paused = engine.pause(true);
    try {
      Weaver.Result woven = classes.woven(name, this::programResource);
      if (woven == null) {
        throw new ClassNotFoundException(name);
      }
      return define(name, woven);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    } finally {
      engine.pause(paused);
    }
  }

  private Class<?> define(String name, Weaver.Result woven) {
    Class<?> type = defineClass(name, woven.bytes(), 0, woven.bytes().length);
    if (woven.hasStatics() && !woven.initializes()) {
      try {
        initializers.loaded(
            MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                .findStatic(type, "heddle$reset", MethodType.methodType(void.class)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return type;
  }
}
