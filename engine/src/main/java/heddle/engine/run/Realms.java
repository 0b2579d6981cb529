package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.schedule.ClassInitializers;
import heddle.engine.schedule.Engine;
import heddle.engine.weave.SiteTable;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a program, loaded for each host by itself. A host that was restarted is another
 * realm than before, because nothing of its earlier life may be there. Realms outlive an execution:
 * the static fields of their classes are set back before the next.
 */
final class Realms {
  private final List<Realm> all = new ArrayList<>();
  private final Map<String, Realm> byName = new HashMap<>();
  private final List<String> unwoven = new ArrayList<>();
  private final List<String> packages;
  private final SiteTable sites;
  private final ClassInitializers initializers;
  private final Engine engine;
  private final HttpClasses http;
  private @Nullable LibraryLoader libraries;

  /** The realms of {@code program}, of which none is loaded yet. */
  Realms(Program program, SiteTable sites, ClassInitializers initializers, Engine engine) {
    this.sites = sites;
    this.initializers = initializers;
    this.engine = engine;
    this.packages = program.libraries();
    this.http = new HttpClasses(engine, unwoven::add);
    if (!packages.isEmpty()) {
      http.patch(); // libraries are not looked into
    }
    for (Program.Host host : program.hosts()) {
      add(host.name(), urls(host.classPath()));
    }
  }

  private static URL[] urls(List<Path> classPath) {
    URL[] urls = new URL[classPath.size()];
    try {
      for (int i = 0; i < urls.length; i++) {
        urls[i] = classPath.get(i).toUri().toURL();
      }
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e); // paths have proper ones
    }
    return urls;
  }

  private Realm add(String name, URL[] classPath) {
    WovenClasses classes = new WovenClasses(sites, all.size(), http, unwoven);
    Realm realm = new Realm(all.size(), classPath, classes);
    all.add(realm);
    byName.put(name, realm);
    return realm;
  }

  /** Returns the loader of the host that stands at {@code number} in the program. */
  WeavingLoader loader(int number) {
    return loader(all.get(number));
  }

  /**
   * Returns the loader of the realm called {@code name}, which is one of the program's hosts or has
   * the class path of the first.
   */
  WeavingLoader loader(String name) {
    Realm known = byName.get(name);
    return loader(known == null ? add(name, all.getFirst().classPath) : known);
  }

  private WeavingLoader loader(Realm realm) {
    WeavingLoader known = realm.loader();
    if (known != null) {
      return known;
    }
    LibraryLoader parent = libraries;
    if (parent == null) {
      parent = new LibraryLoader(all.getFirst().classPath, packages, engine);
      libraries = parent;
    }
    WeavingLoader fresh =
        new WeavingLoader(realm.classPath, realm.classes, initializers, engine, parent);
    realm.loader(fresh);
    return fresh;
  }

  /** Forgets all classes: they are loaded anew when they are asked for. */
  void forget() {
    initializers.forget();
    libraries = null;
    for (Realm realm : all) {
      realm.loader(null);
    }
  }

  /** Returns whether the classes can change nothing in this JVM that stays. */
  boolean leaveNothing() {
    return all.stream().allMatch(realm -> realm.classes.leaveNothing());
  }

  /** Returns the classes that could not be woven, and so are not under control. */
  List<String> unwoven() {
    return unwoven;
  }
}
