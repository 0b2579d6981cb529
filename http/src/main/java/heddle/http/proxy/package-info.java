/**
 * A simple reverse proxy: {@link heddle.http.proxy.ReverseProxy} hands requests on to another
 * server.
 */
@NullMarked
package heddle.http.proxy;

import org.jspecify.annotations.NullMarked;
