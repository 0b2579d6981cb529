package heddle.http.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A key and a certificate signed with it (RFC 5280). The JDK has no public way to make one, so its
 * fields are put together here.
 *
 * @param key on the curve P-256
 * @param certificate for the hosts asked for
 */
record SelfSigned(PrivateKey key, X509Certificate certificate) {
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";

  /** Version 3, counted from 0. */
  private static final BigInteger VERSION = BigInteger.TWO;

  /** Places of a name's forms in GeneralName. */
  private static final int DNS_NAME = 2;

  private static final int IP_ADDRESS = 7;

  /** Clocks differ: a certificate made now must be valid for a client that is behind. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

  static SelfSigned make(List<String> hosts, Duration validity) throws GeneralSecurityException {
    var random = new SecureRandom();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    KeyPair pair = generator.generateKeyPair();

    byte[] unsigned = unsigned(pair, hosts, validity, new BigInteger(127, random));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate(), random);
    signature.update(unsigned);
    byte[] encoded = Der.sequence(unsigned, algorithm(), Der.bits(signature.sign()));

    var certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded));
    return new SelfSigned(pair.getPrivate(), certificate);
  }

  private static byte[] unsigned(
      KeyPair pair, List<String> hosts, Duration validity, BigInteger serial) {
    Instant now = Instant.now();
    byte[] name =
        Der.sequence(
            Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text("Heddle for development"))));
    return Der.sequence(
        Der.explicit(0, Der.integer(VERSION)),
        Der.integer(serial),
        algorithm(),
        name,
        Der.sequence(Der.time(now.minus(CLOCK_DIFFERENCE)), Der.time(now.plus(validity))),
        name,
        pair.getPublic().getEncoded(),
        Der.explicit(3, Der.sequence(authority(), names(hosts))));
  }

  private static byte[] algorithm() {
    return Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
  }

  /** So that it can be put among a browser's authorities. */
  private static byte[] authority() {
    return Der.sequence(
        Der.identifier(BASIC_CONSTRAINTS), Der.isTrue(), Der.octets(Der.sequence(Der.isTrue())));
  }

  private static byte[] names(List<String> hosts) {
    byte[][] names = hosts.stream().map(SelfSigned::name).toArray(byte[][]::new);
    return Der.sequence(Der.identifier(SUBJECT_ALTERNATIVE_NAME), Der.octets(Der.sequence(names)));
  }

  private static byte[] name(String host) {
    try {
      return Der.implicit(IP_ADDRESS, InetAddress.ofLiteral(host).getAddress());
    } catch (IllegalArgumentException e) {
      return Der.implicit(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
