package heddle.lab.web;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the browser where the modules are that our scripts name. Each library's jar brings its own
 * map in {@code META-INF/importmap.json}; a page may have only one.
 */
final class ImportMap {
  private static final String RESOURCE = "META-INF/importmap.json";

  private ImportMap() {}

  /** Returns the maps of all jars on the class path in one JSON object. */
  static String merged(ClassLoader loader) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (URL url : Collections.list(loader.getResources(RESOURCE))) {
      try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
        JsonObject imports =
            JsonParser.parseReader(reader).getAsJsonObject().getAsJsonObject("imports");
        for (String name : imports.keySet()) {
          all.put(name, imports.get(name).getAsString());
        }
      }
    }
    JsonObject imports = new JsonObject();
    all.forEach(imports::addProperty);
    JsonObject map = new JsonObject();
    map.add("imports", imports);
    return map.toString();
  }
}
