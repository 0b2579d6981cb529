package heddle.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/**
 * Asks JUnit's engine for one test, without JUnit's launcher: nothing but that engine takes part.
 */
final class OneTest implements EngineDiscoveryRequest {
  private final DiscoverySelector selector;
  private final ConfigurationParameters parameters;

  OneTest(UniqueId test, Map<String, String> parameters) {
    this.selector = DiscoverySelectors.selectUniqueId(test);
    this.parameters = new Given(Map.copyOf(parameters));
  }

  /**
   * Returns the request to run what was found below {@code root}, which is told to {@code told}.
   */
  ExecutionRequest execution(
      TestDescriptor root,
      EngineExecutionListener told,
      NamespacedHierarchicalStore<Namespace> store) {
    return ExecutionRequest.create(
        root, told, parameters, new Folders(), store, CancellationToken.disabled());
  }

  @Override
  public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
    return type.isInstance(selector) ? List.of(type.cast(selector)) : List.of();
  }

  @Override
  public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
    return List.of();
  }

  @Override
  public ConfigurationParameters getConfigurationParameters() {
    return parameters;
  }

  @Override
  public OutputDirectoryCreator getOutputDirectoryCreator() {
    return new Folders();
  }

  private record Given(Map<String, String> values) implements ConfigurationParameters {
    @Override
    public Optional<String> get(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public Optional<Boolean> getBoolean(String key) {
      return get(key).map(Boolean::parseBoolean);
    }

    @Override
    public Set<String> keySet() {
      return values.keySet();
    }
  }

  /** Folders for files that a test attaches to its report; each execution gets new ones. */
  private static final class Folders implements OutputDirectoryCreator {
    @Override
    public Path getRootDirectory() {
      return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public Path createOutputDirectory(TestDescriptor test) throws IOException {
      return Files.createTempDirectory("heddle-junit");
    }
  }
}
