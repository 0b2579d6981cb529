package heddle.http.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * The certificate that a server shows. {@link #reload} replaces it for new connections; those that
 * are open keep the one they began with. Thread-safe.
 */
public final class Certificates {
  private static final char[] NO_PASSWORD = {};

  /**
   * Sessions kept for resumption, in seconds: RFC 8446 section 4.6.1 allows seven days, a day is
   * enough for a browser.
   */
  private static final int SESSION_SECONDS = (int) TimeUnit.DAYS.toSeconds(1);

  private final Optional<Source> source;
  // Replaced as a whole by reload; each handshake reads it once.
  private volatile SSLContext context;
  private volatile List<FileTime> loadedTimes = List.of();

  /** Where certificate and key are. */
  private record Source(Path certificate, Path key) {}

  private Certificates(Optional<Source> source, SSLContext context) {
    this.source = source;
    this.context = context;
  }

  /**
   * Reads a certificate chain and its unencrypted PKCS #8 key from two PEM files (RFC 7468).
   *
   * @throws IOException if one cannot be read or does not hold what it should
   */
  public static Certificates ofPem(Path certificate, Path key) throws IOException {
    var source = new Source(certificate, key);
    var certificates = new Certificates(Optional.of(source), load(source));
    certificates.loadedTimes = times(source);
    return certificates;
  }

  /**
   * Makes a certificate for {@code hosts}, valid for {@code validity}, that no browser trusts: for
   * development.
   */
  public static Certificates selfSigned(List<String> hosts, Duration validity) {
    try {
      SelfSigned made = SelfSigned.make(hosts, validity);
      return new Certificates(Optional.empty(), context(made.key(), List.of(made.certificate())));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the JDK cannot make a self-signed certificate", e);
    }
  }

  /**
   * Reads the files anew if one of them has changed.
   *
   * @return whether a new certificate is shown from now on
   * @throws IOException if the files are broken; the old certificate stays
   */
  public boolean reload() throws IOException {
    if (source.isEmpty() || times(source.get()).equals(loadedTimes)) {
      return false;
    }
    List<FileTime> times = times(source.get());
    context = load(source.get());
    loadedTimes = times;
    return true;
  }

  /**
   * Makes an engine for a connection that was accepted.
   *
   * @param protocols to be offered by ALPN, the preferred one first
   */
  public SSLEngine engine(List<String> protocols) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setApplicationProtocols(protocols.toArray(new String[0]));
    parameters.setUseCipherSuitesOrder(true);
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static SSLContext load(Source source) throws IOException {
    try {
      return context(Pem.readKey(source.key()), Pem.readCertificates(source.certificate()));
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "certificate %s and key %s: %s"
              .formatted(source.certificate(), source.key(), e.getMessage()),
          e);
    }
  }

  private static List<FileTime> times(Source source) throws IOException {
    return List.of(
        Files.getLastModifiedTime(source.certificate()), Files.getLastModifiedTime(source.key()));
  }

  private static SSLContext context(PrivateKey key, List<X509Certificate> chain)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry("heddle", key, NO_PASSWORD, chain.toArray(new X509Certificate[0]));
    // "SunX509" takes the key out of the store once; "PKIX" does it at every handshake, five times
    // as slow.
    KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
    factory.init(store, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
    return context;
  }
}
