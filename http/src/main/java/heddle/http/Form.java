package heddle.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names and values of {@code application/x-www-form-urlencoded}, in order, as in a query or a
 * posted form. Immutable.
 *
 * @param fields names may repeat
 */
public record Form(List<Field> fields) {
  /**
   * Fields beyond which a form is refused: more than any page has, and few enough to search one by
   * one.
   */
  private static final int FIELDS_MAX = 1000;

  /**
   * One field.
   *
   * @param name decoded
   * @param value decoded
   */
  public record Field(String name, String value) {}

  /** Copies the list. */
  public Form {
    fields = List.copyOf(fields);
  }

  /**
   * Reads {@code name=value&name=value}.
   *
   * @throws HttpException 400 if an escape is broken or there are more than 1000 fields
   */
  public static Form parse(String text) throws HttpException {
    List<Field> fields = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int ampersand = text.indexOf('&', start);
      int end = ampersand < 0 ? text.length() : ampersand;
      if (end > start) {
        fields.add(field(text.substring(start, end)));
      }
      if (fields.size() > FIELDS_MAX) {
        throw new HttpException(Status.BAD_REQUEST, "too many form fields");
      }
      start = end + 1;
    }
    return new Form(fields);
  }

  /**
   * Reads the body of a posted form.
   *
   * @throws HttpException 415 if the body is no such form, 413 if it is longer than {@code
   *     bytesMax}, 400 if broken
   * @throws IOException if the client is gone
   */
  public static Form of(Request request, int bytesMax) throws IOException, HttpException {
    String type = request.headers().firstOr("Content-Type", "");
    if (!MediaTypes.essence(type).equals("application/x-www-form-urlencoded")) {
      throw new HttpException(Status.UNSUPPORTED_MEDIA_TYPE, "expected a form");
    }
    return parse(new String(request.bodyBytes(bytesMax), StandardCharsets.UTF_8));
  }

  /** Returns the value of the first field of that name. */
  public Optional<String> first(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  /** Returns the values of all fields of that name. */
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  private static Field field(String pair) throws HttpException {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    return new Field(Target.decode(name.replace('+', ' ')), Target.decode(value.replace('+', ' ')));
  }
}
