package heddle.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heddle.http.Response;
import heddle.http.Router;
import heddle.http.net.Carrier;
import heddle.http.server.HttpServer;
import heddle.http.server.RawClient;
import heddle.http.server.ServerSettings;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"LOOP, TLSv1.3", "LOOP, TLSv1.2", "BLOCKING, TLSv1.3", "BLOCKING, TLSv1.2"})
  void responses_small_and_large_arrive(Carrier.Kind carrier, String version) throws Exception {
    SelfSigned made = SelfSigned.make(List.of("localhost", "127.0.0.1"), Duration.ofDays(1));
    try (HttpServer server = start(carrier, pem(made, 0));
        RawClient client = connect(server, made.certificate(), version)) {
      assertThat(client.get("/secure").reply().body()).isEqualTo("true");
      assertThat(client.get("/big").reply().body()).hasSize(300_000);
      assertThat(client.get("/secure").get("/secure").reply().status()).isEqualTo(200);
      client.send(
          "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" + "y".repeat(100_000));
      assertThat(client.reply().body()).isEqualTo("true");
      assertThat(client.reply().body()).isEqualTo("100000");
    }
  }

  @Test
  void the_protocol_is_agreed_on() throws Exception {
    SelfSigned made = SelfSigned.make(List.of("localhost"), Duration.ofDays(1));
    try (HttpServer server = start(Carrier.Kind.AUTO, pem(made, 0));
        RawClient client = connect(server, made.certificate(), "TLSv1.3")) {
      assertThat(((SSLSocket) client.socket()).getApplicationProtocol()).isEqualTo("http/1.1");
    }
  }

  @Test
  void a_new_certificate_is_shown_to_new_connections_and_the_old_ones_live_on() throws Exception {
    SelfSigned first = SelfSigned.make(List.of("localhost"), Duration.ofDays(1));
    SelfSigned second = SelfSigned.make(List.of("localhost"), Duration.ofDays(1));
    Certificates certificates = pem(first, 0);
    try (HttpServer server = start(Carrier.Kind.AUTO, certificates);
        RawClient old = connect(server, first.certificate(), "TLSv1.3")) {
      assertThat(certificates.reload()).isFalse();
      var _ = pem(second, 60);
      assertThat(certificates.reload()).isTrue();

      try (RawClient fresh = connect(server, second.certificate(), "TLSv1.3")) {
        assertThat(serial(fresh)).isEqualTo(second.certificate().getSerialNumber());
      }
      assertThat(old.get("/secure").reply().body()).isEqualTo("true");
    }
  }

  @Test
  void a_broken_certificate_leaves_the_old_one_in_place() throws Exception {
    SelfSigned made = SelfSigned.make(List.of("localhost"), Duration.ofDays(1));
    Certificates certificates = pem(made, 0);
    Path file = folder.resolve("certificate.pem");
    Files.writeString(file, "nonsense");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));

    assertThatThrownBy(certificates::reload)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("certificate.pem");
    try (HttpServer server = start(Carrier.Kind.AUTO, certificates);
        RawClient client = connect(server, made.certificate(), "TLSv1.3")) {
      assertThat(client.get("/secure").reply().status()).isEqualTo(200);
    }
  }

  @Test
  void plain_http_to_a_secure_port_harms_nobody() throws Exception {
    SelfSigned made = SelfSigned.make(List.of("localhost"), Duration.ofDays(1));
    try (HttpServer server = start(Carrier.Kind.AUTO, pem(made, 0));
        RawClient plain = RawClient.connect(server.port());
        RawClient client = connect(server, made.certificate(), "TLSv1.3")) {
      plain.get("/");
      assertThat(plain.in().readAllBytes().length).isLessThan(100); // at most a TLS alert
      assertThat(client.get("/secure").reply().status()).isEqualTo(200);
    }
  }

  private HttpServer start(Carrier.Kind carrier, Certificates certificates) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    byte[] big = "x".repeat(300_000).getBytes(StandardCharsets.US_ASCII);
    return HttpServer.start(
        ServerSettings.securely(address, certificates).with(carrier),
        Router.of()
            .get("/secure", request -> Response.text(String.valueOf(request.origin().secure())))
            .get("/big", _ -> Response.bytes("text/plain", big))
            .post("/echo", request -> Response.text("" + request.body().readAllBytes().length))
            .build());
  }

  /** Writes the files as if {@code seconds} from now, and reads them. */
  private Certificates pem(SelfSigned made, int seconds) throws Exception {
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    Files.writeString(certificate, pemText("CERTIFICATE", made.certificate().getEncoded()));
    Files.writeString(key, pemText("PRIVATE KEY", made.key().getEncoded()));
    Files.setLastModifiedTime(key, FileTime.from(Instant.now().plusSeconds(seconds)));
    return Certificates.ofPem(certificate, key);
  }

  private static String pemText(String label, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes), label);
  }

  private static RawClient connect(HttpServer server, X509Certificate trusted, String version)
      throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("trusted", trusted);
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    var socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", server.port());
    var parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {version});
    parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return RawClient.over(socket);
  }

  private static BigInteger serial(RawClient client) throws Exception {
    Certificate[] chain = ((SSLSocket) client.socket()).getSession().getPeerCertificates();
    return ((X509Certificate) chain[0]).getSerialNumber();
  }
}
