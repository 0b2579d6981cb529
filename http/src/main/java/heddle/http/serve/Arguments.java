package heddle.http.serve;

import java.nio.file.Path;
import java.util.List;

/**
 * The command line.
 *
 * @param help whether to answer with the help only
 * @param check whether to check the settings only
 * @param given what was set, the configuration file's settings behind the flags
 */
record Arguments(boolean help, boolean check, Given given) {
  static Arguments parse(List<String> arguments) throws UsageException {
    boolean help = false;
    boolean check = false;
    Given flags = new Given();
    Given file = new Given();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name =
          argument.startsWith("--") && equals > 0 ? argument.substring(0, equals) : argument;
      boolean inline = !name.equals(argument);
      switch (name) {
        case "-h", "--help" -> help = true;
        case "--check" -> check = true;
        default -> {
          if (!name.startsWith("-")) {
            flags.add(Setting.ROOT, argument, argument);
          } else if (isSwitch(name)) {
            flags.add(setting(name), inline ? argument.substring(equals + 1) : "true", name);
          } else {
            String value =
                inline ? argument.substring(equals + 1) : following(arguments, ++i, name);
            if (name.equals("--config")) {
              file = SettingsFile.read(Path.of(value));
            } else {
              flags.add(setting(name), value, name);
            }
          }
        }
      }
    }
    flags.addDefaults(file);
    return new Arguments(help, check, flags);
  }

  /** Returns the text of {@code --help}. */
  static String helpText() {
    StringBuilder text = new StringBuilder(3000);
    text.append("usage: heddle serve [FOLDER] [options]\n\n");
    text.append("Serves a folder over HTTP, or, with --proxy, other servers.\n\n");
    for (Setting setting : Setting.values()) {
      String flag = "--" + setting.key() + setting.value().map(value -> " " + value).orElse("");
      text.append("  %-36s %s%n".formatted(flag, setting.help()));
    }
    text.append(
        "  %-36s %s%n".formatted("--config FILE", "settings as above, TOML or .properties"));
    text.append("  %-36s %s%n".formatted("--check", "check the settings and exit"));
    text.append("  %-36s %s%n".formatted("-h, --help", "this text"));
    text.append("\nexamples:\n");
    text.append("  heddle serve ./public\n");
    text.append("  heddle serve ./public --self-signed --port 8443 --listing\n");
    text.append("  heddle serve ./public --proxy /api=http://127.0.0.1:9000 --access-log -\n");
    text.append("\nIt stops on Ctrl-C or SIGTERM, after the responses that are under way.\n");
    return text.toString();
  }

  private static boolean isSwitch(String name) throws UsageException {
    return !name.equals("--config") && setting(name).value().isEmpty();
  }

  private static Setting setting(String name) throws UsageException {
    if (!name.startsWith("--")) {
      throw new UsageException(name + ": unknown option; see heddle serve --help");
    }
    return Setting.of(name.substring(2), name);
  }

  private static String following(List<String> arguments, int index, String name)
      throws UsageException {
    if (index == arguments.size()) {
      throw new UsageException(name + ": expected a value after it");
    }
    return arguments.get(index);
  }
}
