/**
 * Client/server programs in one test: hosts on a simulated network, links between them, and faults.
 * For code that runs under {@code heddle check} or in a test with {@code @Explore}; anywhere else
 * there is no simulation to take part in, and {@link heddle.simulation.Simulation} says so.
 */
@NullMarked
package heddle.simulation;

import org.jspecify.annotations.NullMarked;
