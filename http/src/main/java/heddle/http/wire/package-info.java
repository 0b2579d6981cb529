/**
 * HTTP/1.1 as bytes (RFC 9112): {@link heddle.http.wire.RequestParser} reads heads, {@link
 * heddle.http.wire.IncomingBody} bodies, {@link heddle.http.wire.ResponseWriter} writes both. Knows
 * no sockets and no threads; everything here belongs to one connection and is used by its thread
 * only.
 */
@NullMarked
package heddle.http.wire;

import org.jspecify.annotations.NullMarked;
