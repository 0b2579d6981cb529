/**
 * Runs a Java program under schedules of our choosing: what to run ({@link heddle.engine.Program}),
 * for how long ({@link heddle.engine.Budget}), how ({@link heddle.engine.Settings}) and what came
 * out ({@link heddle.engine.Report}).
 */
@NullMarked
package heddle.engine;

import org.jspecify.annotations.NullMarked;
