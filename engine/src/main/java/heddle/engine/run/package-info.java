/** The child JVM that holds the program, and the protocol to it. */
@NullMarked
package heddle.engine.run;

import org.jspecify.annotations.NullMarked;
