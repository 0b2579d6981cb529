package heddle.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.http.HttpException;
import heddle.http.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A table of heads, good and bad, each read whole and cut at every byte: the network must not
 * change what they mean.
 */
class RequestParserTest {
  private static final String HOST = "Host: a\r\n";

  /**
   * A head and what becomes of it: method, target, number of fields and framing, or the status of
   * the refusal.
   */
  record Row(String name, String head, String outcome) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> good() {
    return Stream.of(
        new Row("plain", "GET / HTTP/1.1\r\n" + HOST + "\r\n", "GET / 1 None"),
        new Row("one empty line first", "\r\nGET / HTTP/1.1\r\n" + HOST + "\r\n", "GET / 1 None"),
        new Row("blanks around a value", "GET / HTTP/1.1\r\nHost: \t a \t\r\n\r\n", "GET / 1 None"),
        new Row("no blank before a value", "GET / HTTP/1.1\r\nHost:a\r\n\r\n", "GET / 1 None"),
        new Row("an empty value", "GET / HTTP/1.1\r\n" + HOST + "X:\r\n\r\n", "GET / 2 None"),
        new Row(
            "bytes above ASCII", "GET / HTTP/1.1\r\n" + HOST + "X: \u00e9\r\n\r\n", "GET / 2 None"),
        new Row("HTTP/1.0 without host", "GET / HTTP/1.0\r\n\r\n", "GET / 0 None"),
        new Row("a later minor version", "GET / HTTP/1.9\r\n" + HOST + "\r\n", "GET / 1 None"),
        new Row("a query", "GET /a?b=/../c HTTP/1.1\r\n" + HOST + "\r\n", "GET /a 1 None"),
        new Row("an escape", "GET /%61 HTTP/1.1\r\n" + HOST + "\r\n", "GET /a 1 None"),
        new Row(
            "an escaped slash stays one",
            "GET /a%2fb HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /a%2Fb 1 None"),
        new Row("dot segments", "GET /a/./b/../c HTTP/1.1\r\n" + HOST + "\r\n", "GET /a/c 1 None"),
        new Row(
            "escaped dot segments",
            "GET /a/%2e%2E/c HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /c 1 None"),
        new Row("absolute form", "GET http://b/x HTTP/1.1\r\n" + HOST + "\r\n", "GET /x 1 None"),
        new Row(
            "absolute form without path",
            "GET http://b HTTP/1.1\r\n" + HOST + "\r\n",
            "GET / 1 None"),
        new Row("the whole server", "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n", "OPTIONS * 1 None"),
        new Row("an own method", "PURGE / HTTP/1.1\r\n" + HOST + "\r\n", "PURGE / 1 None"),
        new Row("a length", post("Content-Length: 5"), "POST / 2 Length 5"),
        new Row("a length of nothing", post("Content-Length: 0"), "POST / 2 None"),
        new Row("a length with zeros before", post("Content-Length: 007"), "POST / 2 Length 7"),
        new Row("chunks", post("Transfer-Encoding: chunked"), "POST / 2 Chunked"),
        new Row("chunks in capitals", post("TRANSFER-ENCODING: CHUNKED"), "POST / 2 Chunked"),
        new Row("an IPv6 host", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", "GET / 1 None"),
        new Row("a host with a port", "GET / HTTP/1.1\r\nHost: a.b:8080\r\n\r\n", "GET / 1 None"),
        new Row("expecting continue", post("Expect: 100-continue"), "POST / 2 None"));
  }

  static Stream<Row> bad() {
    return Stream.concat(badLines(), badFields());
  }

  private static Stream<Row> badLines() {
    return Stream.of(
        new Row("bare line feeds", "GET / HTTP/1.1\n" + HOST + "\n", "400"),
        new Row("a bare carriage return in the line", "GET /\rHTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("two spaces", "GET  / HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("two spaces before the version", "GET /  HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a space at the end", "GET / HTTP/1.1 \r\n" + HOST + "\r\n", "400"),
        new Row("a tab for a space", "GET\t/ HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a space first", " GET / HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("two empty lines first", "\r\n\r\nGET / HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("no version", "GET /\r\n" + HOST + "\r\n", "400"),
        new Row("no target", "GET HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a version in small letters", "GET / http/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a version of two digits", "GET / HTTP/1.10\r\n" + HOST + "\r\n", "400"),
        new Row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505"),
        new Row("HTTP/3", "GET / HTTP/3.0\r\n" + HOST + "\r\n", "505"),
        new Row("no method character", "G(T / HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a TLS handshake", "\u0016\u0003\u0001\u0002\u0000\r\n", "400"),
        new Row(
            "a control character in the target", "GET /\u0001 HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row(
            "a byte above ASCII in the target", "GET /\u00e9 HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a fragment", "GET /#a HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a backslash", "GET /a\\b HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a NUL escaped", "GET /%00 HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a broken escape", "GET /%4 HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("broken UTF-8", "GET /%ff HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("overlong UTF-8", "GET /%c0%af HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("above the root", "GET /../x HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("above the root escaped", "GET /%2e%2e/x HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("no path", "GET x HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("another scheme", "GET ftp://a/ HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("the server but no OPTIONS", "GET * HTTP/1.1\r\n" + HOST + "\r\n", "400"),
        new Row("a tunnel", "CONNECT a:1 HTTP/1.1\r\n" + HOST + "\r\n", "501"),
        new Row("a long method", "A".repeat(33) + " / HTTP/1.1\r\n" + HOST + "\r\n", "501"),
        new Row(
            "a long line", "GET /" + "a".repeat(9000) + " HTTP/1.1\r\n" + HOST + "\r\n", "414"));
  }

  private static Stream<Row> badFields() {
    return Stream.of(
        new Row("no host", "GET / HTTP/1.1\r\n\r\n", "400"),
        new Row("two hosts", "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n", "400"),
        new Row("an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "400"),
        new Row("a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "400"),
        new Row("a host with a user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", "400"),
        new Row("two hosts in one", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", "400"),
        new Row("a host with a word for port", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", "400"),
        new Row("a space before the colon", get("X : y"), "400"),
        new Row("a tab before the colon", get("X\t: y"), "400"),
        new Row("a space in a name", get("X Y: z"), "400"),
        new Row("no name", get(": y"), "400"),
        new Row("no colon", get("X"), "400"),
        new Row("a folded line", get("X: y\r\n z"), "400"),
        new Row("a folded first line", "GET / HTTP/1.1\r\n X: y\r\n" + HOST + "\r\n", "400"),
        new Row("a NUL in a value", get("X: \u0000"), "400"),
        new Row("a NUL in a name", get("X\u0000: y"), "400"),
        new Row("a bare carriage return in a value", get("X: a\rY: b"), "400"),
        new Row("a bare line feed in a value", get("X: a\nY: b"), "400"),
        new Row("a delete character", get("X: \u007f"), "400"),
        new Row(
            "length and chunks", post("Content-Length: 1\r\nTransfer-Encoding: chunked"), "400"),
        new Row(
            "chunks and length", post("Transfer-Encoding: chunked\r\nContent-Length: 1"), "400"),
        new Row("two lengths", post("Content-Length: 1\r\nContent-Length: 2"), "400"),
        new Row("two equal lengths", post("Content-Length: 1\r\nContent-Length: 1"), "400"),
        new Row("a list of lengths", post("Content-Length: 1, 1"), "400"),
        new Row("a positive length", post("Content-Length: +1"), "400"),
        new Row("a negative length", post("Content-Length: -1"), "400"),
        new Row("a hexadecimal length", post("Content-Length: 0x1"), "400"),
        new Row("an empty length", post("Content-Length:"), "400"),
        new Row("a length with a space", post("Content-Length: 1 2"), "400"),
        new Row("a huge length", post("Content-Length: 18446744073709551616"), "400"),
        new Row(
            "two codings", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), "400"),
        new Row("chunked twice", post("Transfer-Encoding: chunked, chunked"), "400"),
        new Row("identity", post("Transfer-Encoding: identity"), "400"),
        new Row("an unknown coding", post("Transfer-Encoding: xchunked"), "400"),
        new Row("chunked not last", post("Transfer-Encoding: chunked, gzip"), "400"),
        new Row("a coding with a parameter", post("Transfer-Encoding: chunked;a=b"), "400"),
        new Row("a vertical tab", post("Transfer-Encoding: \u000bchunked"), "400"),
        new Row("an empty coding", post("Transfer-Encoding:"), "400"),
        new Row("gzip before chunked", post("Transfer-Encoding: gzip, chunked"), "501"),
        new Row(
            "chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "400"),
        new Row("another expectation", post("Expect: tea"), "417"),
        new Row("many fields", get("X: y\r\n".repeat(100) + "X: y"), "431"),
        new Row("a large field", get("X: " + "y".repeat(40_000)), "431"));
  }

  @ParameterizedTest
  @MethodSource({"good", "bad"})
  void a_head_read_whole_has_its_outcome(Row row) {
    assertThat(outcome(row.head(), new int[0])).isEqualTo(row.outcome());
  }

  @ParameterizedTest
  @MethodSource({"good", "bad"})
  void a_head_cut_at_any_byte_has_the_same_outcome(Row row) {
    for (int cut = 0; cut < Math.min(row.head().length(), 300); cut++) {
      assertThat(outcome(row.head(), new int[] {cut}))
          .as("cut at %d", cut)
          .isEqualTo(row.outcome());
    }
  }

  @ParameterizedTest
  @MethodSource({"good", "bad"})
  void a_head_that_comes_byte_by_byte_has_the_same_outcome(Row row) {
    int[] cuts = new int[row.head().length()];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = i;
    }
    assertThat(outcome(row.head(), cuts)).isEqualTo(row.outcome());
  }

  @ParameterizedTest
  @MethodSource("good")
  void a_beginning_of_a_good_head_is_not_refused(Row row) {
    for (int end = 0; end < row.head().length(); end++) {
      assertThat(outcome(row.head().substring(0, end), new int[0])).isEqualTo("incomplete");
    }
  }

  @Test
  void a_parser_reads_one_head_after_another() throws HttpException {
    byte[] both =
        ascii("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: b\r\nX: y\r\n\r\n");
    RequestParser parser = new RequestParser(Limits.DEFAULT);

    RequestHead first = parser.parse(both, 0, both.length);
    int second = first == null ? 0 : first.bytes();
    List<@Nullable String> seen =
        List.of(describe(first), describe(parser.parse(both, second, both.length)));

    assertThat(seen).containsExactly("GET /1 1 None", "POST /2 2 None");
  }

  /** The bytes are moved between two reads, as a buffer does when it makes room. */
  private static String outcome(String head, int[] cuts) {
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    byte[] bytes = ascii(head);
    try {
      for (int cut : cuts) {
        byte[] moved = new byte[cut + 7];
        System.arraycopy(bytes, 0, moved, 7, cut);
        if (parser.parse(moved, 7, 7 + cut) != null) {
          return "complete too early";
        }
      }
      return describe(parser.parse(bytes, 0, bytes.length));
    } catch (HttpException e) {
      return String.valueOf(e.status().code());
    }
  }

  private static String describe(@Nullable RequestHead head) {
    if (head == null) {
      return "incomplete";
    }
    String framing =
        switch (head.framing()) {
          case Framing.None() -> "None";
          case Framing.Length(long bytes) -> "Length " + bytes;
          case Framing.Chunked() -> "Chunked";
        };
    return "%s %s %d %s"
        .formatted(head.method(), head.target().path(), head.headers().size(), framing);
  }

  private static String get(String field) {
    return "GET / HTTP/1.1\r\n" + HOST + field + "\r\n\r\n";
  }

  private static String post(String fields) {
    return "POST / HTTP/1.1\r\n" + HOST + fields + "\r\n\r\n";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
