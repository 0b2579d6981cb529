package heddle.http;

/**
 * Bounds of everything a client can make grow. What goes beyond is refused with the status named.
 *
 * @param requestLineBytes of the request line (414)
 * @param headerCount fields of a head, or of a trailer section (431)
 * @param headerBytes of all fields together (431)
 * @param bodyBytes of a request's body (413)
 * @param chunkExtensionBytes in all chunks of one body together (400)
 * @param connections open at once; more are closed at once
 * @param connectionsPerAddress open at once from one address; more are closed at once
 * @param requestsPerSecondPerAddress on average, with bursts of twice as many (429)
 */
public record Limits(
    int requestLineBytes,
    int headerCount,
    int headerBytes,
    long bodyBytes,
    int chunkExtensionBytes,
    int connections,
    int connectionsPerAddress,
    int requestsPerSecondPerAddress) {
  /** No bound. */
  public static final int NONE = Integer.MAX_VALUE;

  /**
   * 8 KiB of request line (RFC 9112 section 3 asks for 8000 octets at least), 100 fields in 32 KiB,
   * 16 MiB of body, 4 KiB of chunk extensions, 50,000 connections, no bound per address (many
   * clients may share one).
   */
  public static final Limits DEFAULT =
      new Limits(8 << 10, 100, 32 << 10, 16L << 20, 4 << 10, 50_000, NONE, NONE);

  /** Rejects bounds that are not positive. */
  public Limits {
    requirePositive("requestLineBytes", requestLineBytes);
    requirePositive("headerCount", headerCount);
    requirePositive("headerBytes", headerBytes);
    requirePositive("bodyBytes", bodyBytes);
    requirePositive("chunkExtensionBytes", chunkExtensionBytes);
    requirePositive("connections", connections);
    requirePositive("connectionsPerAddress", connectionsPerAddress);
    requirePositive("requestsPerSecondPerAddress", requestsPerSecondPerAddress);
  }

  /** Returns these limits with another bound for bodies, in bytes. */
  public Limits withBodyBytes(long bytes) {
    return new Limits(
        requestLineBytes,
        headerCount,
        headerBytes,
        bytes,
        chunkExtensionBytes,
        connections,
        connectionsPerAddress,
        requestsPerSecondPerAddress);
  }

  /** Returns these limits with other bounds for connections, in all and per address. */
  public Limits withConnections(int all, int perAddress) {
    return new Limits(
        requestLineBytes,
        headerCount,
        headerBytes,
        bodyBytes,
        chunkExtensionBytes,
        all,
        perAddress,
        requestsPerSecondPerAddress);
  }

  /** Returns these limits with another rate per address. */
  public Limits withRequestsPerSecondPerAddress(int rate) {
    return new Limits(
        requestLineBytes,
        headerCount,
        headerBytes,
        bodyBytes,
        chunkExtensionBytes,
        connections,
        connectionsPerAddress,
        rate);
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": expected at least 1, got " + value);
    }
  }
}
