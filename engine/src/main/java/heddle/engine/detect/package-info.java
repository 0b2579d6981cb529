/** Observers of executions: happens-before races, the recorder of events, and what their events say went wrong. */
@NullMarked
package heddle.engine.detect;

import org.jspecify.annotations.NullMarked;
