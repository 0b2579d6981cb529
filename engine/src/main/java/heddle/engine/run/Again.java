package heddle.engine.run;

/**
 * Follows every answer of a child JVM.
 *
 * @param possible whether it can take another request as if it had just been started
 */
record Again(boolean possible) {}
