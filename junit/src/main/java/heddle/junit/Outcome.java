package heddle.junit;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;

/** Listens to JUnit's engine for what became of one test in one execution. */
final class Outcome implements EngineExecutionListener {
  private final UniqueId test;
  private boolean started;
  private @Nullable Throwable failure;
  private @Nullable Throwable aborted;
  private String skipped = "";

  Outcome(UniqueId test) {
    this.test = test;
  }

  @Override
  public void executionStarted(TestDescriptor descriptor) {
    started |= descriptor.getUniqueId().equals(test);
  }

  @Override
  public void executionSkipped(TestDescriptor descriptor, String reason) {
    skipped = reason;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // an exception can not be added to itself
  public void executionFinished(TestDescriptor descriptor, TestExecutionResult result) {
    Throwable thrown = result.getThrowable().orElse(null);
    switch (result.getStatus()) {
      case SUCCESSFUL -> {}
      case ABORTED -> aborted = aborted == null ? thrown : aborted;
      case FAILED -> {
        if (failure == null) {
          failure = thrown;
        } else if (thrown != null && thrown != failure) {
          failure.addSuppressed(thrown);
        }
      }
    }
  }

  /** Returns what the test, or what belongs to it, failed with; null when it did not fail. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Returns the assumption that did not hold; null when all did. */
  @Nullable Throwable aborted() {
    return aborted;
  }

  /** Returns why the test did not run at all; empty when it did. */
  String notRun() {
    if (!skipped.isEmpty()) {
      return "it is skipped there: " + skipped;
    }
    return started || failure != null || aborted != null ? "" : "JUnit does not find it there";
  }
}
