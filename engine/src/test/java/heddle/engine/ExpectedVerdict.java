package heddle.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A verdict that the header of a program allows. */
sealed interface ExpectedVerdict {
  /** Every interleaving is executed and passes. */
  record AllPass() implements ExpectedVerdict {
    @Override
    public boolean allows(Verdict verdict) {
      return verdict instanceof Verdict.AllPass;
    }

    @Override
    public String toString() {
      return "all-pass";
    }
  }

  /** Nothing is found, whether the interleavings could be exhausted or not. */
  record Passes() implements ExpectedVerdict {
    @Override
    public boolean allows(Verdict verdict) {
      return verdict instanceof Verdict.AllPass || verdict instanceof Verdict.NothingFound;
    }

    @Override
    public String toString() {
      return "passes";
    }
  }

  /** The program leaves the scheduler's control. */
  record NotControllable() implements ExpectedVerdict {
    @Override
    public boolean allows(Verdict verdict) {
      return verdict instanceof Verdict.NotControllable;
    }

    @Override
    public String toString() {
      return "not-controllable";
    }
  }

  /**
   * A finding is made.
   *
   * @param kind which
   * @param detail an exception's class, a variable or an exit status; empty when it does not matter
   */
  record Fails(Kind kind, String detail) implements ExpectedVerdict {
    @Override
    public boolean allows(Verdict verdict) {
      return verdict instanceof Verdict.Fails fails && kind.matches(fails.finding(), detail);
    }

    @Override
    public String toString() {
      return ("fails " + kind.word + " " + detail).stripTrailing();
    }
  }

  /** The findings by the words that headers use for them. */
  enum Kind {
    /** Matches a lost update too, when what the program noticed of it is the named exception. */
    FAILURE("failure", "[\\w.$]+") {
      @Override
      boolean matches(Finding finding, String type) {
        return switch (finding) {
          case Finding.Failure failure -> endsWith(failure.type(), type);
          case Finding.LostUpdate lost -> endsWith(lost.failure().type(), type);
          default -> false;
        };
      }
    },
    LOST_UPDATE("lost-update", "[\\w.$\\[\\]]*") {
      @Override
      boolean matches(Finding finding, String variable) {
        return finding instanceof Finding.LostUpdate lost
            && (variable.isEmpty() || endsWith(lost.variable(), variable));
      }
    },
    /** A data race, of the kind that the detail names, if any. */
    RACE("race", "|plain|unsafe-publication|double-checked-locking|collection") {
      @Override
      boolean matches(Finding finding, String kind) {
        return finding instanceof Finding.DataRace race
            && (kind.isEmpty() || race.kind().name().equalsIgnoreCase(kind.replace('-', '_')));
      }
    },
    DEADLOCK("deadlock", "") {
      @Override
      boolean matches(Finding finding, String nothing) {
        return finding instanceof Finding.Deadlock;
      }
    },
    NEVER_ENDS("never-ends", "") {
      @Override
      boolean matches(Finding finding, String nothing) {
        return finding instanceof Finding.NeverEnds;
      }
    },
    LIVELOCK("livelock", "") {
      @Override
      boolean matches(Finding finding, String nothing) {
        return finding instanceof Finding.Livelock;
      }
    },
    EXIT("exit", "[1-9]\\d*") {
      @Override
      boolean matches(Finding finding, String status) {
        return finding instanceof Finding.NonZeroExit exit
            && exit.status() == Integer.parseInt(status);
      }
    },
    STEP_BOUND("step-bound", "") {
      @Override
      boolean matches(Finding finding, String nothing) {
        return finding instanceof Finding.StepBound;
      }
    };

    private final String word;
    private final Pattern details;

    Kind(String word, String details) {
      this.word = word;
      this.details = Pattern.compile(details);
    }

    abstract boolean matches(Finding finding, String detail);

    /**
     * Returns whether {@code name} is {@code suffix}, or ends with it after its package or class.
     */
    private static boolean endsWith(String name, String suffix) {
      return name.equals(suffix) || name.endsWith("." + suffix) || name.endsWith("$" + suffix);
    }

    private static Optional<Kind> named(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  /** Returns whether {@code verdict} is one that the header allows. */
  boolean allows(Verdict verdict);

  /**
   * Reads the value of a {@code verdict} line, such as {@code fails deadlock or never-ends}.
   *
   * @throws IllegalArgumentException when it is not well-formed
   */
  static List<ExpectedVerdict> parse(String text) {
    return Arrays.stream(text.split(" or ", -1))
        .map(part -> parseOne(part.strip()))
        .collect(Collectors.toUnmodifiableList());
  }

  private static ExpectedVerdict parseOne(String text) {
    return switch (text) {
      case "all-pass" -> new AllPass();
      case "passes" -> new Passes();
      case "not-controllable" -> new NotControllable();
      default -> parseFails(text);
    };
  }

  private static Fails parseFails(String text) {
    String[] words = text.replaceFirst("^fails ", "").split(" ", 2);
    String detail = words.length == 1 ? "" : words[1];
    return Kind.named(words[0])
        .filter(kind -> kind.details.matcher(detail).matches())
        .map(kind -> new Fails(kind, detail))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "verdict: expected one such as "
                    + "all-pass, passes, not-controllable, fails deadlock or fails exit 3, got "
                    + text));
  }
}
