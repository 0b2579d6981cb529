package heddle.engine.run;

import heddle.engine.weave.SiteTable;
import heddle.engine.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one realm as they were woven, so that a class that is loaded again keeps its
 * sites. Used on one thread.
 */
final class WovenClasses {
  private final Map<String, Weaver.Result> woven = new HashMap<>();
  private final List<String> unwoven;
  private final SiteTable sites;
  private final int realm;
  private final HttpClasses http;
  private @Nullable Weaver weaver;
  private boolean leaveSomething;

  /**
   * Weaves the classes of one realm with {@code sites}; adds to {@code unwoven} those that can not
   * be woven, and so are not under control.
   */
  WovenClasses(SiteTable sites, int realm, HttpClasses http, List<String> unwoven) {
    this.sites = sites;
    this.realm = realm;
    this.http = http;
    this.unwoven = unwoven;
  }

  /**
   * Returns the class called {@code name}; null when {@code resources} do not have it.
   *
   * @throws IOException when it can not be read
   */
  Weaver.@Nullable Result woven(String name, Function<String, @Nullable InputStream> resources)
      throws IOException {
    Weaver.Result known = woven.get(name);
    if (known != null) {
      return known;
    }
    try (InputStream in = resources.apply(name.replace('.', '/') + ".class")) {
      if (in == null) {
        return null;
      }
      Weaver.Result result = weave(name, in.readAllBytes(), resources);
      woven.put(name, result);
      return result;
    }
  }

  /** Weaves a class; one that can not be woven is loaded as it is, and named in the verdict. */
  private Weaver.Result weave(
      String name, byte[] bytes, Function<String, @Nullable InputStream> resources) {
    http.patchIfNamed(bytes);
    leaveSomething |= Leftovers.mayStay(bytes);
    Weaver known = weaver;
    if (known == null) {
      known = new Weaver(sites, resources);
      weaver = known;
    }
    sites.realm(realm);
    try {
      return known.weave(bytes);
    } catch (IllegalArgumentException | IllegalStateException e) {
      unwoven.add(name);
      return new Weaver.Result(bytes, false, false);
    }
  }

  /** Returns whether these classes can change nothing in this JVM that stays. */
  boolean leaveNothing() {
    return !leaveSomething && unwoven.isEmpty() && !HttpClasses.patched();
  }
}
