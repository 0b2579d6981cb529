package heddle.http.serve;

import heddle.http.server.HttpServer;
import heddle.http.tls.Certificates;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Looks now and then whether a certificate's files have changed. */
final class CertificateWatch {
  /** A renewed certificate is shown at most so many seconds later. */
  private static final long LOOK_SECONDS = 10;

  private CertificateWatch() {}

  /** Looks until {@code server} has been stopped; tells {@code err} what went wrong. */
  static void start(Certificates certificates, HttpServer server, PrintStream err) {
    Thread.ofVirtual()
        .name("heddle-certificates")
        .start(() -> {
          try {
            while (!server.awaitStop(LOOK_SECONDS, TimeUnit.SECONDS)) {
              reload(certificates, err);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void reload(Certificates certificates, PrintStream err) {
    try {
      if (certificates.reload()) {
        err.println("heddle serve: the certificate has been read again");
      }
    } catch (IOException e) {
      err.println("heddle serve: the old certificate stays: " + e.getMessage());
    }
  }
}
