/** Strategies: who picks the next choice. One algorithm a file. */
@NullMarked
package heddle.engine.explore;

import org.jspecify.annotations.NullMarked;
