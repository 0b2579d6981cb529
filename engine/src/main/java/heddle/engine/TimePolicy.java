package heddle.engine;

/** When virtual time moves. */
public enum TimePolicy {
  /** Only when no thread can run. */
  STRICT,
  /** Also while threads could run: a runnable thread may be overtaken by any sleep or time-out. */
  ADVERSARIAL,
  /** First {@link #STRICT}, then {@link #ADVERSARIAL}. */
  BOTH
}
