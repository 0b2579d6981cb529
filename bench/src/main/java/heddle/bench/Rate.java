package heddle.bench;

/**
 * Executions a second after the warm-up.
 *
 * @param wall by the clock, which other processes of the machine slow down
 * @param cpu by the processor time of the whole child JVM, compiler and garbage collector included
 */
record Rate(double wall, double cpu) {}
