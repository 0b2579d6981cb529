package heddle.cli;

import heddle.engine.Liberty;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/** What the specification allows and nobody tests: each is explored only when asked for. */
final class LibertyOptions {
  @Option(
      names = "--spurious-wake-ups",
      description = "Object.wait may return without a notification")
  boolean spuriousWakeUps;

  @Option(
      names = "--stale-reads",
      description = "a read of a plain variable may find an older value that nothing forbids")
  boolean staleReads;

  @Option(
      names = "--weak-cas-failures",
      description = "weakCompareAndSet may fail although the value is the expected one")
  boolean weakCasFailures;

  @Option(
      names = "--interrupts",
      description = "a thread may be interrupted at any call that throws InterruptedException")
  boolean interrupts;

  /** Returns the liberties asked for. */
  Set<Liberty> chosen() {
    Set<Liberty> chosen = EnumSet.noneOf(Liberty.class);
    if (spuriousWakeUps) {
      chosen.add(Liberty.SPURIOUS_WAKE_UPS);
    }
    if (staleReads) {
      chosen.add(Liberty.STALE_READS);
    }
    if (weakCasFailures) {
      chosen.add(Liberty.WEAK_CAS_FAILURES);
    }
    if (interrupts) {
      chosen.add(Liberty.INTERRUPTS);
    }
    return chosen;
  }
}
