package heddle.http.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a configuration file: the part of TOML that settings need (strings, numbers, booleans,
 * lists of strings on one line, tables of strings), or, if its name ends with {@code .properties},
 * {@code key=value} lines.
 */
final class SettingsFile {
  private final Path file;
  private final Given given = new Given();
  private String table = "";

  private SettingsFile(Path file) {
    this.file = file;
  }

  static Given read(Path file) throws UsageException {
    var reader = new SettingsFile(file);
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      boolean plain = file.toString().endsWith(".properties");
      for (int i = 0; i < lines.size(); i++) {
        reader.line(lines.get(i).strip(), file + ":" + (i + 1), plain);
      }
      return reader.given;
    } catch (NoSuchFileException e) {
      throw new UsageException(file + ": the configuration file does not exist");
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private void line(String line, String where, boolean plain) throws UsageException {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (!plain && line.startsWith("[") && line.endsWith("]")) {
      table = line.substring(1, line.length() - 1).strip();
      Setting _ = Setting.of(table, where);
      return;
    }
    int equals = endOfKey(line);
    if (equals < 0) {
      throw new UsageException(where + ": expected key = value, got " + line);
    }
    String key = unquoted(line.substring(0, equals).strip());
    String value = line.substring(equals + 1).strip();
    List<String> values = plain ? List.of(value) : tomlValues(value, where);
    for (String text : values) {
      if (table.isEmpty()) {
        given.add(Setting.of(key, where), relative(Setting.of(key, where), text), where);
      } else {
        Setting setting = Setting.of(table, where);
        given.add(setting, key + "=" + relative(setting, text), where);
      }
    }
  }

  /** Paths in a file are relative to it, wherever the command is run. */
  private String relative(Setting setting, String text) {
    return switch (setting) {
      case ROOT, HOST, TLS_CERT, TLS_KEY -> file.resolveSibling(text).toString();
      case ACCESS_LOG -> text.equals("-") ? text : file.resolveSibling(text).toString();
      case PORT,
          ADDRESS,
          INDEX,
          LISTING,
          LINKS,
          HIDDEN,
          CACHE,
          PROXY,
          SELF_SIGNED,
          LOG_FORMAT,
          OBSERVE,
          TRUST,
          MAX_CONNECTIONS,
          MAX_CONNECTIONS_PER_ADDRESS,
          MAX_REQUESTS_PER_SECOND,
          MAX_BODY,
          IDLE,
          CARRIER,
          DRAIN ->
          text;
    };
  }

  /** The equals sign after the key; a key in quotation marks may hold one. */
  private static int endOfKey(String line) {
    int from = line.startsWith("\"") ? line.indexOf('"', 1) + 1 : 0;
    return line.indexOf('=', from);
  }

  private static List<String> tomlValues(String value, String where) throws UsageException {
    if (!value.startsWith("[")) {
      return List.of(tomlValue(value, where));
    }
    List<String> values = new ArrayList<>();
    String rest = value.substring(1).strip();
    while (!rest.startsWith("]")) {
      int end = rest.startsWith("\"") ? rest.indexOf('"', 1) : -1;
      if (end < 0) {
        throw new UsageException(where + ": expected a list of strings on one line, got " + value);
      }
      values.add(rest.substring(1, end));
      rest = rest.substring(end + 1).strip();
      rest = rest.startsWith(",") ? rest.substring(1).strip() : rest;
    }
    return values;
  }

  private static String tomlValue(String value, String where) throws UsageException {
    if (value.startsWith("\"")) {
      int end = value.indexOf('"', 1);
      String rest = end < 0 ? "" : value.substring(end + 1).strip();
      if (end < 0 || !(rest.isEmpty() || rest.startsWith("#")) || value.indexOf('\\') >= 0) {
        throw new UsageException(
            where + ": expected a string without backslashes in quotation marks, got " + value);
      }
      return value.substring(1, end);
    }
    int comment = value.indexOf('#');
    String bare = (comment < 0 ? value : value.substring(0, comment)).strip().replace("_", "");
    if (!bare.matches("true|false|-?[0-9]+")) {
      throw new UsageException(
          where + ": expected a string in quotation marks, a number, true or false, got " + value);
    }
    return bare;
  }

  private static String unquoted(String key) {
    boolean quoted = key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"");
    return quoted ? key.substring(1, key.length() - 1) : key;
  }
}
