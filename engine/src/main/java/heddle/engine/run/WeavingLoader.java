package heddle.engine.run;

import heddle.engine.schedule.ClassInitializers;
import heddle.engine.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;

/** Loads the program's classes, woven. */
final class WeavingLoader extends URLClassLoader {
  private final Weaver weaver;
  private final ClassInitializers initializers;

  /** {@code weaver} reads classes through {@link #programResource}. */
  WeavingLoader(URL[] classPath, java.util.function.Function<WeavingLoader, Weaver> weaver, ClassInitializers initializers) {
    super("program", classPath, ClassLoader.getPlatformClassLoader());
    this.weaver = weaver.apply(this);
    this.initializers = initializers;
  }

  /** Returns a resource of the program itself, never of the JDK; null when there is none. */
  @org.jspecify.annotations.Nullable InputStream programResource(String name) {
    URL url = findResource(name);
    try {
      return url == null ? null : url.openStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    try (InputStream in = programResource(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    Weaver.Result result = weaver.weave(bytes);
    Class<?> type = defineClass(name, result.bytes(), 0, result.bytes().length);
    if (result.hasStatics() && !result.initializes()) {
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
