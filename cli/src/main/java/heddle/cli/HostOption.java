package heddle.cli;

import heddle.engine.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one {@code --host} asks for: {@code NAME=PROGRAM[:COUNT] [ARGUMENT...]}.
 *
 * @param name the name of the host, or what the names of its copies begin with
 * @param program a source file, a folder of sources, or with {@code -cp} a class
 * @param count how many such hosts
 * @param arguments arguments of the program
 */
record HostOption(String name, String program, int count, List<String> arguments) {
  /** More hosts than this are a slip of the finger: no search gets anywhere with so many. */
  private static final int COUNT_MAX = 64;

  private static final Pattern COUNTED = Pattern.compile("(.*):([^:/\\\\]*)");
  private static final String FORM =
      "NAME=PROGRAM, such as server=Server.java or client=Client.java:2";

  /** Reads all of them; none of the hosts may have the name of another. */
  static List<HostOption> parse(List<String> texts) throws UserError {
    List<HostOption> options = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String text : texts) {
      HostOption option = parse(text);
      for (String name : option.names()) {
        if (!names.add(name)) {
          throw new UserError(
              "--host: expected different names, got two hosts called %s: rename one, or write %s:2"
                  .formatted(name, option.name + "=" + option.program));
        }
      }
      options.add(option);
    }
    return options;
  }

  private static HostOption parse(String text) throws UserError {
    String[] words = text.strip().split("\\s+");
    int equals = words[0].indexOf('=');
    if (equals < 0 || equals == words[0].length() - 1) {
      throw new UserError("--host: expected %s, got '%s'".formatted(FORM, text));
    }
    String name = words[0].substring(0, equals);
    if (!Program.Host.isName(name) || name.equals(Program.Host.LOCAL)) {
      throw new UserError(
          "--host: expected a name of letters, digits and hyphens (and not localhost), got '%s'"
              .formatted(name));
    }
    String program = words[0].substring(equals + 1);
    Matcher counted = COUNTED.matcher(program);
    int count = 1;
    if (counted.matches()) {
      program = counted.group(1);
      count = count(text, counted.group(2));
    }
    return new HostOption(name, program, count, List.of(words).subList(1, words.length));
  }

  private static int count(String text, String digits) throws UserError {
    int count = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    if (count < 1 || count > COUNT_MAX) {
      throw new UserError(
          "--host: expected a count from 1 to %d after the colon, got '%s' in '%s'"
              .formatted(COUNT_MAX, digits, text));
    }
    return count;
  }

  /** Returns the names of the hosts: {@code client-1} and {@code client-2} where there are two. */
  List<String> names() {
    if (count == 1) {
      return List.of(name);
    }
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(name + "-" + i);
    }
    return names;
  }
}
