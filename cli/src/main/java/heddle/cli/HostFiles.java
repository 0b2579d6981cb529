package heddle.cli;

import heddle.engine.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The programs of all hosts ready to run, or the one program of a check without hosts.
 *
 * <p>Closing it deletes what was compiled.
 */
final class HostFiles implements AutoCloseable {
  private final List<HostOption> hosts;
  private final List<ProgramFiles> files = new ArrayList<>();

  private HostFiles(List<HostOption> hosts) {
    this.hosts = hosts;
  }

  /** Finds out whether there is anything to run, before a JVM is started for it. */
  static void requirePrograms(ProgramOptions options) throws UserError {
    List<HostOption> hosts = HostOption.parse(options.hosts);
    if (hosts.isEmpty()) {
      ProgramFiles.requireProgram(options, options.program);
    } else if (options.program != null) {
      throw new UserError(
          "expected a program or --host, got both: put '%s' into a --host NAME=%s, and a host's own"
                  .formatted(options.program, options.program)
              + " arguments into its quotes");
    } else if (!options.mainClass.isEmpty()) {
      throw new UserError(
          "--main: expected no --host beside it: name a file for each host, or with -cp a class");
    }
    for (HostOption host : hosts) {
      ProgramFiles.requireProgram(options, host.program());
    }
  }

  /** Finds the programs that were asked for, and compiles them if need be. */
  static HostFiles open(ProgramOptions options, PrintStream errors) throws UserError, IOException {
    HostFiles opened = new HostFiles(HostOption.parse(options.hosts));
    try {
      if (opened.hosts.isEmpty()) {
        opened.files.add(ProgramFiles.open(options, options.program, errors));
      }
      for (HostOption host : opened.hosts) {
        opened.files.add(ProgramFiles.open(options, host.program(), errors));
      }
      return opened;
    } catch (UserError | IOException | RuntimeException failure) {
      opened.close();
      throw failure;
    }
  }

  /** Returns the program with its arguments, where it is one alone, and its input. */
  Program program(List<String> arguments, byte[] input) {
    if (hosts.isEmpty()) {
      return files.getFirst().program(arguments, input);
    }
    List<Program.Host> all = new ArrayList<>();
    Set<Path> sources = new LinkedHashSet<>();
    for (int i = 0; i < hosts.size(); i++) {
      Program program = files.get(i).program(hosts.get(i).arguments(), input);
      sources.addAll(program.sources());
      for (String name : hosts.get(i).names()) {
        all.add(
            new Program.Host(name, program.classPath(), program.mainClass(), program.arguments()));
      }
    }
    return new Program(all, List.copyOf(sources), input, List.of());
  }

  @Override
  public void close() throws IOException {
    for (ProgramFiles each : files) {
      each.close();
    }
  }
}
