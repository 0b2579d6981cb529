package heddle.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import heddle.http.BrokenBodyException;
import heddle.http.Deadlines;
import heddle.http.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chunked bodies, good and bad, whole, cut at every byte and byte by byte. */
class IncomingBodyTest {
  private static final Limits LIMITS = Limits.DEFAULT.withBodyBytes(100);

  /**
   * A body in chunks and what becomes of it: its bytes and trailers, or the status of the refusal.
   */
  record Row(String name, String chunks, String outcome) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row("nothing", "0\r\n\r\n", "|"),
        new Row("one chunk", "3\r\nabc\r\n0\r\n\r\n", "abc|"),
        new Row("two chunks", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde|"),
        new Row("a capital size", "A\r\n0123456789\r\n0\r\n\r\n", "0123456789|"),
        new Row("zeros before a size", "0003\r\nabc\r\n000\r\n\r\n", "abc|"),
        new Row("extensions", "3;a;b=c;d=\"e;\\\"f\"\r\nabc\r\n0;x\r\n\r\n", "abc|"),
        new Row("blanks around an extension", "3 ; a = b\r\nabc\r\n0\r\n\r\n", "abc|"),
        new Row("trailers", "1\r\na\r\n0\r\nX: y\r\nZ:\r\n\r\n", "a|X=y Z="),
        new Row("line ends inside a chunk", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n|"),
        new Row("no size", "\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a size that is none", "g\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a prefixed size", "0x3\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a negative size", "-3\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a size with an underscore", "1_0\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a blank before a size", " 3\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a blank after a size", "3 \r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a size that overflows", "10000000000000003\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a bare line feed after a size", "3\nabc\r\n0\r\n\r\n", "400"),
        new Row("a bare line feed after a chunk", "3\r\nabc\n0\r\n\r\n", "400"),
        new Row("a bare carriage return after a size", "3\rabc\r\n0\r\n\r\n", "400"),
        new Row("a chunk that is longer than it says", "3\r\nabcd\r\n0\r\n\r\n", "400"),
        new Row("a chunk that is shorter than it says", "5\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("an empty extension", "3;\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("a bare line feed in an extension", "3;a\nb\r\nabc\r\n0\r\n\r\n", "400"),
        new Row("an open quotation", "3;a=\"b\r\nabc\r\n0\r\n\r\n", "400"),
        new Row(
            "extensions that are too long",
            "3;" + "a".repeat(5000) + "\r\nabc\r\n0\r\n\r\n",
            "400"),
        new Row("a folded trailer", "0\r\nX: y\r\n z\r\n\r\n", "400"),
        new Row("a trailer with a blank in its name", "0\r\nX : y\r\n\r\n", "400"),
        new Row("too many trailers", "0\r\n" + "X: y\r\n".repeat(101) + "\r\n", "431"),
        new Row("a body that is too long", "65\r\n" + "a".repeat(101) + "\r\n0\r\n\r\n", "413"),
        new Row(
            "chunks that are too long together",
            "40\r\n" + "a".repeat(64) + "\r\n40\r\n" + "a".repeat(64) + "\r\n0\r\n\r\n",
            "413"),
        new Row("an end inside a chunk", "3\r\nab", "400"),
        new Row("an end before the last chunk", "3\r\nabc\r\n", "400"),
        new Row("an end inside the trailers", "0\r\nX: y\r\n", "400"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_body_has_its_outcome(Row row) throws IOException {
    assertThat(outcome(new PiecesTransport(bytes(row.chunks())))).isEqualTo(row.outcome());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_body_cut_at_any_byte_has_the_same_outcome(Row row) throws IOException {
    byte[] all = bytes(row.chunks());
    for (int cut = 1; cut < Math.min(all.length, 300); cut++) {
      var transport =
          new PiecesTransport(Arrays.copyOf(all, cut), Arrays.copyOfRange(all, cut, all.length));
      assertThat(outcome(transport)).as("cut at %d", cut).isEqualTo(row.outcome());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_body_that_comes_byte_by_byte_has_the_same_outcome(Row row) throws IOException {
    assertThat(outcome(PiecesTransport.dripping(bytes(row.chunks())))).isEqualTo(row.outcome());
  }

  @Test
  void a_body_of_known_length_leaves_the_next_request_alone() throws IOException {
    var input = new ByteInput(new PiecesTransport(bytes("abcGET /")));
    IncomingBody body = body(input, new Framing.Length(3), new PiecesTransport());

    String read = new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);

    assertThat(input.fill()).isTrue();
    assertThat(read + "|" + input.available()).isEqualTo("abc|5");
  }

  @Test
  void a_body_that_has_failed_goes_on_failing() throws IOException {
    var transport = new PiecesTransport(bytes("x\r\n3\r\nabc\r\n0\r\n\r\n"));
    IncomingBody body = body(new ByteInput(transport), new Framing.Chunked(), transport);

    assertThat(statusOf(body) + " " + statusOf(body)).isEqualTo("400 400");
  }

  private static String outcome(PiecesTransport transport) throws IOException {
    IncomingBody body = body(new ByteInput(transport), new Framing.Chunked(), transport);
    try {
      StringBuilder text =
          new StringBuilder(new String(body.readAllBytes(), StandardCharsets.ISO_8859_1));
      text.append('|');
      body.trailers().forEach((name, value) -> text.append(name + "=" + value + " "));
      return text.toString().replaceFirst(" $", "");
    } catch (BrokenBodyException e) {
      return String.valueOf(e.status().code());
    }
  }

  private static int statusOf(IncomingBody body) throws IOException {
    try {
      return body.read() < 0 ? 0 : 1;
    } catch (BrokenBodyException e) {
      return e.status().code();
    }
  }

  private static IncomingBody body(ByteInput input, Framing framing, PiecesTransport transport) {
    return new IncomingBody(
        input, framing, LIMITS, Deadlines.DEFAULT, transport.readDeadline(), null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
