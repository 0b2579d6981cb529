package heddle.http.wire;

import heddle.http.HttpException;
import heddle.http.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Feeds the parser heads made by mutating the table of {@link RequestParserTest}, cut at a random
 * byte, and compares each outcome with {@link StrictGrammar}. Ends with an exception at the first
 * disagreement, which shows the head.
 *
 * <p>As a program: the number of heads, and a seed. As a test it runs a small number of them.
 */
final class ParserFuzz {
  private static final String[] PIECES = {
    "\r\n",
    "\n",
    "\r",
    " ",
    "\t",
    ":",
    ",",
    ";",
    "=",
    "%",
    "%00",
    "%2e",
    "%2f",
    "..",
    "/",
    "//",
    "?",
    "#",
    "\\",
    "*",
    "\u0000",
    "\u000b",
    "\u007f",
    "\u0080",
    "\u00ff",
    "Host: a\r\n",
    "Host:",
    "Content-Length: 5\r\n",
    "Content-Length: 0\r\n",
    "Content-Length:",
    "Transfer-Encoding: chunked\r\n",
    "Transfer-Encoding:",
    "chunked",
    "HTTP/1.1",
    "HTTP/1.0",
    "HTTP/",
    "GET",
    "POST",
    "OPTIONS",
    "CONNECT",
    "http://a",
    "0",
    "1",
    "5, 5",
    "-",
    "+",
    "[::1]"
  };

  private final Random random;
  private final List<String> seeds;

  ParserFuzz(long seed) {
    this.random = new Random(seed);
    List<String> heads = new ArrayList<>();
    RequestParserTest.good().forEach(row -> heads.add(row.head()));
    RequestParserTest.bad()
        .filter(row -> row.head().length() < 300)
        .forEach(row -> heads.add(row.head()));
    this.seeds = List.copyOf(heads);
  }

  public static void main(String[] arguments) {
    long heads = Long.parseLong(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    long begun = System.nanoTime();
    long accepted = new ParserFuzz(seed).run(heads);
    System.out.printf(
        Locale.ROOT,
        "%d heads, seed %d: %d accepted, the others refused or incomplete, no disagreement, %d s%n",
        heads,
        seed,
        accepted,
        (System.nanoTime() - begun) / 1_000_000_000L);
  }

  /** Returns how many heads were accepted. */
  long run(long heads) {
    long accepted = 0;
    for (long i = 0; i < heads; i++) {
      String head = mutated(seeds.get(random.nextInt(seeds.size())));
      String ours = parsed(head, random.nextInt(head.length() + 1));
      String theirs = StrictGrammar.read(head);
      boolean agree =
          ours.equals(theirs)
              || (theirs.equals("unknown") && !isAccepted(ours))
              || (ours.equals("incomplete") && theirs.equals("refused") && !complete(head));
      if (!agree) {
        throw new AssertionError(
            "disagreement after %d heads: parser %s, grammar %s, on <%s>"
                .formatted(i, ours, theirs, head.replace("\r", "\\r").replace("\n", "\\n")));
      }
      accepted += isAccepted(ours) ? 1 : 0;
    }
    return accepted;
  }

  private String mutated(String seed) {
    StringBuilder head = new StringBuilder(seed);
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(head.length() + 1);
      int to = Math.min(head.length(), at + random.nextInt(4));
      switch (random.nextInt(5)) {
        case 0 -> head.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> head.delete(at, to);
        case 2 -> head.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
        case 3 -> head.insert(at, (char) random.nextInt(256));
        default -> head.insert(at, head.substring(Math.max(0, at - random.nextInt(30)), at));
      }
    }
    return head.toString();
  }

  private static boolean isAccepted(String outcome) {
    return !outcome.equals("refused") && !outcome.equals("incomplete");
  }

  /** A head that ends only after another empty line has no end where the grammar sees one. */
  private static boolean complete(String head) {
    int start = head.startsWith("\r\n") ? 2 : 0;
    return head.indexOf("\r\n\r\n", start) >= 0;
  }

  private static String parsed(String head, int cut) {
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    RequestParser parser = new RequestParser(Limits.DEFAULT);
    try {
      RequestHead read = parser.parse(bytes, 0, cut);
      if (read == null) {
        read = parser.parse(bytes, 0, bytes.length);
      }
      if (read == null) {
        return "incomplete";
      }
      return switch (read.framing()) {
        case Framing.None() -> "0";
        case Framing.Length(long length) -> String.valueOf(length);
        case Framing.Chunked() -> "chunked";
      };
    } catch (HttpException e) {
      return "refused";
    }
  }
}
