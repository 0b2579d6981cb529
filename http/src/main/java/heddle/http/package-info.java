/**
 * What a web server's user writes and reads: a {@link heddle.http.Handler} turns a {@link
 * heddle.http.Request} into a {@link heddle.http.Response}; a {@link heddle.http.Router} chooses
 * the handler; a {@link heddle.http.Filter} wraps one. Nothing here knows of sockets.
 *
 * <pre>{@code
 * var router = Router.of()
 *     .get("/hello/{name}", request -> Response.text("Hello " + request.parameter("name")))
 *     .build();
 * try (var server = HttpServer.start(ServerSettings.onPort(8080), router)) {
 *   server.awaitStop();
 * }
 * }</pre>
 */
@NullMarked
package heddle.http;

import org.jspecify.annotations.NullMarked;
