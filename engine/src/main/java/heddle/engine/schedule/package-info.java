/**
 * The controlled scheduler: the threads of one execution, who can run and why not, monitors, parking, and virtual time.
 *
 * <p>All of it is confined to one carrier thread.
 */
@NullMarked
package heddle.engine.schedule;

import org.jspecify.annotations.NullMarked;
