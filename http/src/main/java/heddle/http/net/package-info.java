/**
 * Sockets, threads and time, with no knowledge of HTTP: a {@link heddle.http.net.Transport} moves
 * the bytes of one connection, a {@link heddle.http.net.Carrier} accepts connections and runs each
 * on a virtual thread, a {@link heddle.http.net.DeadlineWheel} ends what takes too long.
 */
@NullMarked
package heddle.http.net;

import org.jspecify.annotations.NullMarked;
