package heddle.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the child JVM is told: as arguments of its main method, so that the engine need not know of
 * tests.
 *
 * @param test the unique identifier of the test in JUnit's Jupiter engine
 * @param notes a file for what executions have to tell beside their outcome
 * @param leaves whether the test may leave threads behind
 * @param parameters JUnit's configuration parameters
 * @param properties system properties of the JVM that JUnit was started in
 */
record ChildArguments(
    String test,
    Path notes,
    boolean leaves,
    Map<String, String> parameters,
    Map<String, String> properties) {

  private static final String PARAMETER = "parameter:";
  private static final String PROPERTY = "property:";

  List<String> toList() {
    List<String> list = new ArrayList<>();
    list.add(test);
    list.add(notes.toString());
    list.add(Boolean.toString(leaves));
    parameters.forEach((key, value) -> list.add(PARAMETER + key + "=" + value));
    properties.forEach((key, value) -> list.add(PROPERTY + key + "=" + value));
    return list;
  }

  static ChildArguments of(String[] arguments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, String> properties = new LinkedHashMap<>();
    for (String argument : arguments) {
      put(parameters, PARAMETER, argument);
      put(properties, PROPERTY, argument);
    }
    return new ChildArguments(
        arguments[0],
        Path.of(arguments[1]),
        Boolean.parseBoolean(arguments[2]),
        parameters,
        properties);
  }

  private static void put(Map<String, String> map, String kind, String argument) {
    if (argument.startsWith(kind)) {
      int end = argument.indexOf('=', kind.length());
      map.put(argument.substring(kind.length(), end), argument.substring(end + 1));
    }
  }
}
