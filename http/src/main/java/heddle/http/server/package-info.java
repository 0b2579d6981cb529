/**
 * The server: {@link heddle.http.server.HttpServer} listens, and gives every connection a thread
 * and a loop.
 */
@NullMarked
package heddle.http.server;

import org.jspecify.annotations.NullMarked;
