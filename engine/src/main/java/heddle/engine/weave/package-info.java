/**
 * Bytecode weaving with the JDK's Class-File API: scheduling points before shared accesses, monitors, thread and time
 * calls in the program's classes, and the few methods of the JDK that must ask the engine.
 */
@NullMarked
package heddle.engine.weave;

import org.jspecify.annotations.NullMarked;
