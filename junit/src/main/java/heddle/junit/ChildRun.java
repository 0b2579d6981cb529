package heddle.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore.CloseAction;
import org.opentest4j.TestAbortedException;

/**
 * The main class of the child JVM: each execution runs one test as JUnit does, most by {@link
 * PlainTest}, those that need it by JUnit's own engine. This class belongs to the libraries, so its
 * static fields outlive an execution.
 */
public final class ChildRun {
  private static final CloseAction<Namespace> CLOSE = CloseAction.closeAutoCloseables();

  private static @Nullable ChildRun run;

  private final ChildArguments arguments;
  private final UniqueId test;
  private final Optional<PlainTest> plain;
  private final JupiterTestEngine engine = new JupiterTestEngine();
  private final OneTest request;
  private boolean toldOfRun;
  private boolean toldOfAbort;

  private ChildRun(ChildArguments arguments) throws ClassNotFoundException {
    this.arguments = arguments;
    this.test = UniqueId.parse(arguments.test());
    this.request = new OneTest(test, arguments.parameters());
    boolean byDefault =
        arguments.parameters().keySet().stream()
            .noneMatch(key -> key.contains(".timeout.") || key.contains(".autodetection."));
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    this.plain = byDefault ? PlainTest.of(test, loader) : Optional.empty();
  }

  /** Returns whether this JVM is the child, in which a test is simply run. */
  static boolean isHere() {
    return run != null;
  }

  /** Runs the test once; throws what made it fail. */
  public static void main(String[] arguments) throws Throwable {
    ChildRun here = run;
    if (here == null) {
      here = new ChildRun(ChildArguments.of(arguments));
      run = here;
    }
    here.once();
    if (here.arguments.leaves()) {
      heddle.hooks.Hooks.exit(0, -1);
    }
  }

  private void once() throws Throwable {
    arguments.properties().forEach(System::setProperty);
    Throwable aborted = null;
    try {
      aborted = plain.isPresent() ? runPlain(plain.get()) : runByEngine();
    } catch (Throwable e) {
      ChildNotes.thrown(arguments.notes(), e);
      throw e;
    }
    if (aborted == null && !toldOfRun) {
      toldOfRun = true;
      ChildNotes.ran(arguments.notes());
    } else if (aborted != null && !toldOfAbort) {
      toldOfAbort = true;
      ChildNotes.aborted(arguments.notes(), aborted.getMessage());
    }
  }

  /** Returns the assumption that did not hold; null when all did. */
  private static @Nullable Throwable runPlain(PlainTest test) throws Throwable {
    try {
      test.run();
      return null;
    } catch (TestAbortedException e) {
      return e;
    }
  }

  private @Nullable Throwable runByEngine() throws Throwable {
    Outcome outcome = new Outcome(test);
    // Anew each time: what JUnit's engine found can be run once only.
    TestDescriptor root = engine.discover(request, UniqueId.forEngine(engine.getId()));
    // What JUnit's launcher gives its engines: a store for the session and one for the request.
    try (var session = new NamespacedHierarchicalStore<Namespace>(null, CLOSE);
        var store = new NamespacedHierarchicalStore<Namespace>(session, CLOSE)) {
      engine.execute(request.execution(root, outcome, store));
    }
    Throwable failure = outcome.failure();
    if (failure != null) {
      throw failure;
    }
    if (!outcome.notRun().isEmpty()) {
      throw new NotRunException(outcome.notRun());
    }
    return outcome.aborted();
  }
}
