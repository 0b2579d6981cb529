/** The part of the benchmarks that runs in the child JVM, next to the engine's own runner. */
@NullMarked
package heddle.engine.run;

import org.jspecify.annotations.NullMarked;
