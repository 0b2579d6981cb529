/** Benchmarks of the engine and the command, each with its own {@code main}. */
@NullMarked
package heddle.bench;

import org.jspecify.annotations.NullMarked;
