package heddle.engine;

/** What becomes of data races in executions that pass. */
public enum RacePolicy {
  /** They are a finding, unless a failure is found soon after. */
  REPORT,
  /** They are not reported; but without their absence, nothing is proved. */
  IGNORE
}
