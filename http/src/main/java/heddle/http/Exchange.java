package heddle.http;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A request and what became of it, after the response has been written.
 *
 * @param request empty if it was malformed
 * @param remote the client
 * @param status of the response
 * @param bytes of the response, head included
 * @param begun when its head was complete
 * @param nanos from then to the end of the response
 */
public record Exchange(
    Optional<Request> request,
    InetSocketAddress remote,
    Status status,
    long bytes,
    Instant begun,
    long nanos) {}
