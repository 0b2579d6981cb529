package heddle.cli;

import heddle.engine.Verdict;

/** What the command's exit status says. */
final class ExitCode {
  /** Every interleaving passed, or nothing was found. */
  static final int PASSED = 0;

  /** Something was found. */
  static final int FOUND = 1;

  /** The command was not understood, or the program does not compile. */
  static final int USAGE = 2;

  /** The program does what the engine can not control. */
  static final int NOT_CONTROLLABLE = 3;

  /** Heddle itself failed: EX_SOFTWARE of sysexits.h. */
  static final int BROKEN = 70;

  /** A signal ended it before there was anything to report: 128 and the number of SIGINT. */
  static final int STOPPED = 130;

  private ExitCode() {}

  static int of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.AllPass _, Verdict.NothingFound _ -> PASSED;
      case Verdict.Fails _ -> FOUND;
      case Verdict.NotControllable _ -> NOT_CONTROLLABLE;
    };
  }
}
