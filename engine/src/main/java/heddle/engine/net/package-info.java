/**
 * The simulated network: a kernel per host with its descriptors and ports, TCP connections,
 * datagrams, and what the network may do with them. It answers the system calls beneath the JDK's
 * own socket classes, and takes every liberty by a choice of the scheduler.
 *
 * <p>All of it is confined to the engine's carrier thread.
 */
@NullMarked
package heddle.engine.net;

import org.jspecify.annotations.NullMarked;
