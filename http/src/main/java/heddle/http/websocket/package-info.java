/**
 * WebSocket (RFC 6455) with per-message compression (RFC 7692), in blocking style: a handler
 * receives and sends until one side closes.
 *
 * <pre>{@code
 * router.get("/echo", request -> WebSocket.upgrade(request, WebSocketSettings.DEFAULT, socket -> {
 *   for (var message = socket.receive(); message.isPresent(); message = socket.receive()) {
 *     socket.send(message.get());
 *   }
 * }));
 * }</pre>
 */
@NullMarked
package heddle.http.websocket;

import org.jspecify.annotations.NullMarked;
