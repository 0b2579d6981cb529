package heddle.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order in which they came or go; names compare without regard to case (RFC
 * 9110 section 5). Immutable. What could break out of its line (CR, LF, NUL) cannot be put in.
 */
public final class Headers {
  /** No fields. */
  public static final Headers EMPTY = new Headers(new String[0]);

  // Name, value, name, value.
  private final String[] fields;

  private Headers(String[] fields) {
    this.fields = fields;
  }

  /**
   * Returns headers of alternating names and values.
   *
   * @throws IllegalArgumentException if a name is no token or a value holds control characters
   */
  public static Headers of(String... namesAndValues) {
    Builder builder = builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      builder.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return builder.build();
  }

  /** Returns an empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Takes over fields that the parser has already checked.
   *
   * @param checked names and values alternating; not changed afterwards
   */
  public static Headers ofChecked(String[] checked) {
    return checked.length == 0 ? EMPTY : new Headers(checked);
  }

  /** Returns the value of the first field of that name. */
  public Optional<String> first(String name) {
    return Optional.ofNullable(find(name));
  }

  /** Returns the value of the first field of that name, or {@code otherwise}. */
  public String firstOr(String name, String otherwise) {
    String value = find(name);
    return value != null ? value : otherwise;
  }

  /** Returns whether there is a field of that name. */
  public boolean has(String name) {
    return find(name) != null;
  }

  /** Returns the values of all fields of that name, in order. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equalsIgnoreCase(name)) {
        values.add(fields[i + 1]);
      }
    }
    return values;
  }

  /**
   * Returns all values of that name as one comma-separated list (RFC 9110 section 5.3); empty if
   * there are none.
   */
  public Optional<String> list(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /**
   * Returns whether a comma-separated list under {@code name} holds {@code token}, whatever its
   * case.
   */
  public boolean listHolds(String name, String token) {
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equalsIgnoreCase(name) && Tokens.listHolds(fields[i + 1], token)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the number of fields. */
  public int size() {
    return fields.length / 2;
  }

  /** Calls {@code action} with each name and value, in order. */
  public void forEach(BiConsumer<String, String> action) {
    for (int i = 0; i < fields.length; i += 2) {
      action.accept(fields[i], fields[i + 1]);
    }
  }

  /** Returns these headers with one more field. */
  public Headers plus(String name, String value) {
    return toBuilder().add(name, value).build();
  }

  /** Returns these headers with {@code value} as the only one of that name. */
  public Headers with(String name, String value) {
    return toBuilder().remove(name).add(name, value).build();
  }

  /** Returns a builder that holds these fields. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.fields.addAll(Arrays.asList(fields));
    return builder;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Headers headers && Arrays.equals(fields, headers.fields);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(fields);
  }

  private @Nullable String find(String name) {
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equalsIgnoreCase(name)) {
        return fields[i + 1];
      }
    }
    return null;
  }

  /** Collects fields. Not thread-safe. */
  public static final class Builder {
    private final List<String> fields = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a field.
     *
     * @throws IllegalArgumentException if the name is no token or the value holds control
     *     characters; the message leaves the value out, which may be a secret
     */
    public Builder add(String name, String value) {
      if (!Tokens.isToken(name)) {
        throw new IllegalArgumentException(
            "header name: expected a token, got a name of "
                + name.length()
                + " characters with one that is not allowed");
      }
      if (!Tokens.isFieldValue(value)) {
        throw new IllegalArgumentException(
            "header " + name + ": expected no control characters and no blanks at the ends");
      }
      fields.add(name);
      fields.add(value);
      return this;
    }

    /** Removes all fields of that name. */
    public Builder remove(String name) {
      for (int i = fields.size() - 2; i >= 0; i -= 2) {
        if (fields.get(i).equalsIgnoreCase(name)) {
          fields.subList(i, i + 2).clear();
        }
      }
      return this;
    }

    /** Returns the headers collected so far. */
    public Headers build() {
      return ofChecked(fields.toArray(new String[0]));
    }
  }
}
