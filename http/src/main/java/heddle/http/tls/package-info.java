/**
 * TLS 1.3 and 1.2 by the JDK's engine: {@link heddle.http.tls.TlsTransport} encrypts a transport,
 * {@link heddle.http.tls.Certificates} says with which certificate.
 */
@NullMarked
package heddle.http.tls;

import org.jspecify.annotations.NullMarked;
