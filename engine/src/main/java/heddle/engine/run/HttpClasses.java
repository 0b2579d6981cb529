package heddle.engine.run;

import heddle.engine.schedule.Engine;
import heddle.engine.weave.HttpPatches;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Patches the JDK's HTTP client and server as they are loaded, once a program names them. Loading a
 * class is the engine's own work, whichever thread of the program asks for it.
 */
final class HttpClasses implements ClassFileTransformer {
  /** The door to the JVM; null where the JDK is not patched. */
  static @Nullable Instrumentation instrumentation;

  private static boolean patching;

  private final Engine engine;
  private final Consumer<String> unpatched;

  /** Tells {@code unpatched} the names of classes that can not be patched. */
  HttpClasses(Engine engine, Consumer<String> unpatched) {
    this.engine = engine;
    this.unpatched = unpatched;
  }

  /** Returns whether classes that are loaded from now on are patched. */
  static boolean patched() {
    return patching;
  }

  /** Patches them from now on if {@code bytes}, a class file of the program, names one of them. */
  void patchIfNamed(byte[] bytes) {
    if (!patching) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      if (text.contains("java/net/http/") || text.contains("com/sun/net/httpserver/")) {
        patch();
      }
    }
  }

  /** Patches them from now on. */
  void patch() {
    Instrumentation jvm = instrumentation;
    if (patching || jvm == null) {
      return;
    }
    patching = true;
    Set<Module> hooks = Set.of(heddle.hooks.Hooks.class.getModule());
    for (String name : Set.of("java.net.http", "jdk.httpserver")) {
      ModuleLayer.boot()
          .findModule(name)
          .ifPresent(
              module -> jvm.redefineModule(module, hooks, Map.of(), Map.of(), Set.of(), Map.of()));
    }
    jvm.addTransformer(this);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    String type = name.replace('/', '.');
    if (redefined != null || !HttpPatches.covers(type)) {
      return null;
    }
    boolean paused = engine.pause(true);
    try {
      return HttpPatches.patch(type, bytes);
    } catch (IllegalArgumentException | IllegalStateException e) {
      unpatched.accept(type);
      return null;
    } finally {
      engine.pause(paused);
    }
  }
}
