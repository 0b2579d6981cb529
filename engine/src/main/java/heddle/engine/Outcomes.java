package heddle.engine;

import java.util.List;

/**
 * The distinct outcomes of a program's executions.
 *
 * @param list the outcomes, the most frequent first; at most {@link #MAX}
 * @param all whether every interleaving was executed, so that none has another outcome
 */
public record Outcomes(List<Outcome> list, boolean all) {
  /** Outcomes that are told apart; what comes after these is not counted. */
  public static final int MAX = 1_000;

  /** No outcomes, where none were counted. */
  public static final Outcomes NONE = new Outcomes(List.of(), false);

  /** Copies the list. */
  public Outcomes {
    list = List.copyOf(list);
  }
}
