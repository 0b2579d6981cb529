package heddle.lab.course;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown (CommonMark) as a tree that the page draws itself: never as HTML, so that no text
 * of a course can become a script. What is not in the list below is refused.
 */
final class Markdown {
  private static final Parser PARSER = Parser.builder().build();

  private final String where;
  private int words;

  private Markdown(String where) {
    this.where = where;
  }

  /** A text, and how many words people read of it. */
  record Read(JsonArray blocks, int words) {}

  static Node parse(String text) {
    return PARSER.parse(text);
  }

  static Read read(String where, String text) throws CourseException {
    return read(where, parse(text).getFirstChild(), null);
  }

  /** Reads the blocks from {@code first} to before {@code end}. */
  static Read read(
      String where,
      @org.jspecify.annotations.Nullable Node first,
      @org.jspecify.annotations.Nullable Node end)
      throws CourseException {
    Markdown markdown = new Markdown(where);
    JsonArray blocks = new JsonArray();
    for (Node node = first; node != null && !node.equals(end); node = node.getNext()) {
      blocks.add(markdown.node(node));
    }
    return new Read(blocks, markdown.words);
  }

  private JsonObject node(Node node) throws CourseException {
    return switch (node) {
      case Paragraph _ -> with("p", node);
      case BulletList _ -> with("ul", node);
      case OrderedList _ -> with("ol", node);
      case ListItem _ -> with("li", node);
      case BlockQuote _ -> with("quote", node);
      case Emphasis _ -> with("em", node);
      case StrongEmphasis _ -> with("strong", node);
      case Heading _ -> with("h3", node);
      case Text text -> {
        words += count(text.getLiteral());
        yield text("text", text.getLiteral());
      }
      case Code code -> {
        words++;
        yield text("code", code.getLiteral());
      }
      case SoftLineBreak _ -> text("text", " ");
      case HardLineBreak _ -> of("br");
      case Link link -> link(link);
      case FencedCodeBlock block -> fenced(block);
      default ->
          throw new CourseException(
              where
                  + ": expected plain text, lists, code and links, got "
                  + node.getClass().getSimpleName());
    };
  }

  private JsonObject link(Link link) throws CourseException {
    if (!link.getDestination().startsWith("#/")) {
      throw new CourseException(
          where
              + ": link: expected a place in the workshop such as #/workshop, got "
              + link.getDestination()
              + ": the course works without a network");
    }
    JsonObject json = with("a", link);
    json.addProperty("href", link.getDestination());
    return json;
  }

  private JsonObject fenced(FencedCodeBlock block) throws CourseException {
    String info = Optional.ofNullable(block.getInfo()).orElse("").strip();
    String literal = Optional.ofNullable(block.getLiteral()).orElse("");
    return switch (info.toLowerCase(Locale.ROOT)) {
      case "choice" -> choice(literal);
      case "misconception" -> nested("misconception", literal);
      case "question" -> question(literal);
      default -> {
        JsonObject json = text("pre", literal);
        json.addProperty("language", info);
        yield json;
      }
    };
  }

  /** A question with answers to tick, of which some are right, and the reason after a line. */
  private JsonObject choice(String literal) throws CourseException {
    JsonObject json = of("choice");
    JsonArray options = new JsonArray();
    StringBuilder question = new StringBuilder();
    StringBuilder because = new StringBuilder();
    boolean right = false;
    for (String line : literal.lines().toList()) {
      if (line.matches("- \\[[ x]\\] .*")) {
        JsonObject option = new JsonObject();
        option.add("text", inside(line.substring(6)));
        option.addProperty("right", line.charAt(3) == 'x');
        right |= line.charAt(3) == 'x';
        options.add(option);
      } else {
        (options.isEmpty() ? question : because).append(line).append('\n');
      }
    }
    if (options.size() < 2 || !right || because.toString().isBlank()) {
      throw new CourseException(
          where
              + ": choice: expected a question, '- [ ] answers' with one '- [x]', and the reason");
    }
    json.add("question", inside(question.toString()));
    json.add("options", options);
    json.add("because", read(where, because.toString()).blocks());
    return json;
  }

  /** A question in free text, and after a line of dashes the answer to compare with. */
  private JsonObject question(String literal) throws CourseException {
    String[] parts = literal.split("\n---\n", -1);
    if (parts.length != 2) {
      throw new CourseException(
          where + ": question: expected a question, a line '---' and the answer");
    }
    JsonObject json = of("question");
    json.add("question", inside(parts[0]));
    json.add("answer", read(where, parts[1]).blocks());
    return json;
  }

  private JsonObject nested(String type, String literal) throws CourseException {
    Read read = read(where, literal);
    words += read.words();
    JsonObject json = of(type);
    json.add("content", read.blocks());
    return json;
  }

  private JsonArray inside(String text) throws CourseException {
    Read read = read(where, text);
    words += read.words();
    return read.blocks();
  }

  private JsonObject with(String type, Node parent) throws CourseException {
    JsonArray content = new JsonArray();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      content.add(node(child));
    }
    JsonObject json = of(type);
    json.add("content", content);
    return json;
  }

  private static JsonObject of(String type) {
    JsonObject json = new JsonObject();
    json.addProperty("type", type);
    return json;
  }

  private static JsonObject text(String type, String text) {
    JsonObject json = of(type);
    json.addProperty("text", text);
    return json;
  }

  private static int count(String text) {
    return (int)
        text.lines()
            .flatMap(line -> java.util.Arrays.stream(line.split("\\W+")))
            .filter(word -> !word.isBlank())
            .count();
  }
}
