package heddle.http.serve;

/** Two texts with an equals sign between them. */
record Pair(String left, String right) {
  /**
   * Splits a value at its first equals sign.
   *
   * @param form for the message
   */
  static Pair of(Given.Value value, String form) throws UsageException {
    int equals = value.text().indexOf('=');
    if (equals < 1 || equals == value.text().length() - 1) {
      throw new UsageException(
          "%s: expected %s, got %s".formatted(value.where(), form, value.text()));
    }
    return new Pair(value.text().substring(0, equals), value.text().substring(equals + 1));
  }
}
