/** The events of one execution, and their rendering as lanes, text, JSON and SVG. */
@NullMarked
package heddle.engine.trace;

import org.jspecify.annotations.NullMarked;
