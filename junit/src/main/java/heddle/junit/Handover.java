package heddle.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test may expect to find again in the child JVM. */
final class Handover {
  /** JUnit offers no list of the parameters that are set; these are those that a test may feel. */
  private static final List<String> PARAMETERS =
      List.of(
          "junit.jupiter.conditions.deactivate",
          "junit.jupiter.displayname.generator.default",
          "junit.jupiter.extensions.autodetection.enabled",
          "junit.jupiter.extensions.autodetection.include",
          "junit.jupiter.extensions.autodetection.exclude",
          "junit.jupiter.testinstance.lifecycle.default",
          "junit.jupiter.tempdir.cleanup.mode.default",
          "junit.jupiter.tempdir.factory.default",
          "junit.jupiter.execution.timeout.default",
          "junit.jupiter.execution.timeout.testable.method.default",
          "junit.jupiter.execution.timeout.test.method.default",
          "junit.jupiter.execution.timeout.testtemplate.method.default",
          "junit.jupiter.execution.timeout.lifecycle.method.default",
          "junit.jupiter.execution.timeout.beforeall.method.default",
          "junit.jupiter.execution.timeout.beforeeach.method.default",
          "junit.jupiter.execution.timeout.aftereach.method.default",
          "junit.jupiter.execution.timeout.afterall.method.default",
          "junit.jupiter.execution.timeout.mode");

  /** Properties that describe a JVM and its machine, of which the child has its own. */
  private static final List<String> OF_THE_JVM =
      List.of(
          "java.",
          "jdk.",
          "sun.",
          "os.",
          "user.",
          "file.",
          "path.",
          "line.",
          "native.",
          "stdout.",
          "stderr.",
          "stdin.",
          "surefire.",
          "jacoco",
          "org.gradle.",
          "com.sun.",
          "heddle.");

  private Handover() {}

  static Map<String, String> parameters(ExtensionContext context) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String key : PARAMETERS) {
      context.getConfigurationParameter(key).ifPresent(value -> parameters.put(key, value));
    }
    return parameters;
  }

  static Map<String, String> properties() {
    Properties all = System.getProperties();
    Map<String, String> properties = new LinkedHashMap<>();
    for (String key : all.stringPropertyNames()) {
      if (OF_THE_JVM.stream().noneMatch(key::startsWith)) {
        properties.put(key, all.getProperty(key, ""));
      }
    }
    return properties;
  }
}
