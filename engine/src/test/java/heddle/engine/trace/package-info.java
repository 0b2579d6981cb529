@NullMarked
package heddle.engine.trace;

import org.jspecify.annotations.NullMarked;
