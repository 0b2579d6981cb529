package heddle.http.wire;

/** How the end of a message's body is found (RFC 9112 section 6). */
public sealed interface Framing {
  /** There is none. */
  record None() implements Framing {}

  /** After so many bytes; more than 0. */
  record Length(long bytes) implements Framing {}

  /** After the chunk of length 0. */
  record Chunked() implements Framing {}
}
