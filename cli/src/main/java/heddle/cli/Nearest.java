package heddle.cli;

import java.util.List;
import java.util.Optional;

/** Guesses what a person meant to type. */
final class Nearest {
  private Nearest() {}

  /**
   * Returns the name that takes the fewest corrections to reach, if they are few for the length of
   * the word.
   */
  static Optional<String> to(String word, List<String> names) {
    Optional<String> best = Optional.empty();
    int fewest = Math.max(2, word.length() / 3) + 1;
    for (String name : names) {
      int corrections = corrections(word, name);
      if (corrections < fewest) {
        fewest = corrections;
        best = Optional.of(name);
      }
    }
    return best;
  }

  /** The Levenshtein distance: letters to add, remove or replace. */
  private static int corrections(String word, String name) {
    int[] row = new int[name.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= word.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replace = diagonal + (word.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[name.length()];
  }
}
