package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.Settings;
import heddle.engine.explore.Classes;
import heddle.engine.explore.Dpor;
import heddle.engine.explore.Exhaustive;
import heddle.engine.explore.RaceDirected;
import heddle.engine.explore.RandomWalk;
import heddle.engine.schedule.Choices;
import heddle.engine.schedule.Ending;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a {@link RunnerChild} does with a program. Its {@code main} is that of the child. */
enum RunnerTask {
  /**
   * Takes every interleaving once, and prints how many there are, then how many of them ended with
   * each output.
   */
  TALLY {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      Exhaustive strategy = new Exhaustive();
      Map<String, Integer> tally = new TreeMap<>();
      int learned = run.learned();
      int interleavings = 0;
      for (int i = 0; i < executions && !strategy.exhausted(); i++) {
        Ending ending = run.explore(strategy, false, true);
        interleavings++;
        tally.merge(outcome(ending, run), 1, Integer::sum);
        if (run.learned() > learned) {
          learned = run.learned();
          strategy = new Exhaustive();
          tally.clear();
          interleavings = 0;
        }
      }
      out.println(strategy.exhausted() ? interleavings : -1);
      tally.forEach((outcome, count) -> out.println(outcome + ": " + count));
    }
  },

  /**
   * Takes one interleaving of each class, and prints how many executions that took, how many of
   * them were cut off, and how many classes they were by the count of all interleavings; then how
   * many of them ended with each output.
   */
  REDUCE {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      warmUp(run);
      Dpor dpor = new Dpor(false);
      Map<String, Integer> tally = new TreeMap<>();
      for (int i = 0; i < executions && !dpor.exhausted(); i++) {
        Ending ending = run.explore(dpor, false, true);
        if (!(ending instanceof Ending.Pruned)) {
          tally.merge(outcome(ending, run), 1, Integer::sum);
        }
      }
      Exhaustive all = new Exhaustive();
      Classes classes = new Classes(all);
      for (int i = 0; i < executions && !all.exhausted(); i++) {
        run.explore(classes, false, true);
      }
      out.println(dpor.exhausted() ? dpor.completed() : -1);
      out.println(dpor.pruned());
      out.println(all.exhausted() ? classes.seen().size() : -1);
      tally.forEach((outcome, count) -> out.println(outcome + ": " + count));
    }
  },

  /**
   * Takes one interleaving of each class, and prints, whenever so many more have been taken as
   * {@code executions} says, how many were taken and which share of all that was estimated to be.
   */
  SHARE {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      warmUp(run);
      Dpor dpor = new Dpor(false);
      while (!dpor.exhausted()) {
        run.explore(dpor, false, true);
        if (dpor.completed() % executions == 0) {
          out.println(dpor.completed() + " " + dpor.shareExplored());
        }
      }
      out.println(dpor.completed() + " " + dpor.shareExplored());
    }
  },

  /**
   * Takes one interleaving of each class, then random ones; prints how many beginnings could not be
   * made, then each outcome of a random execution that no other had.
   */
  COVER {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      warmUp(run);
      Dpor dpor = new Dpor(false);
      int learned = run.learned();
      Set<String> outcomes = new TreeSet<>();
      while (!dpor.exhausted() && dpor.completed() < executions) {
        outcomes.add(outcome(run.explore(dpor, false, true), run));
        if (run.learned() > learned) {
          learned = run.learned();
          dpor = new Dpor(false);
        }
      }
      out.println(dpor.exhausted() && !dpor.diverged() ? dpor.infeasible() : -1);
      RandomWalk walk = new RandomWalk(2);
      for (int i = 0; i < executions; i++) {
        String outcome = outcome(run.explore(walk, false, false), run);
        if (outcomes.add(outcome)) {
          out.println(outcome);
        }
      }
    }
  },

  /**
   * Turns races round, and prints after how many executions that showed a failure; -1 for never.
   */
  DIRECT {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      RaceDirected strategy = new RaceDirected(1);
      int learned = run.learned();
      int failed = -1;
      for (int i = 1; i <= executions && failed < 0; i++) {
        Ending ending = run.explore(strategy, false, true);
        failed = Failures.key(ending, run).isEmpty() ? -1 : i;
        if (run.learned() > learned) {
          learned = run.learned();
          strategy = new RaceDirected(1);
        }
      }
      out.println(failed);
    }
  },

  /**
   * Makes random executions, each under one policy of time or the other, repeats each from the text
   * of its schedule, and prints how many it made, then those whose outcome differed.
   */
  REPEAT {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      RandomWalk strategy = warmUp(run);
      List<String> complaints = new ArrayList<>();
      for (int i = 0; i < executions && complaints.size() < COMPLAINTS_MAX; i++) {
        boolean adversarial = i % 2 == 1;
        String first = outcome(run.explore(strategy, adversarial, false), run);
        var schedule = run.scheduler().choices().schedule(adversarial);
        String second = outcome(run.replay(Choices.of(schedule), true), run);
        if (!first.equals(second)) {
          complaints.add(
              "execution %d: first %s; then %s; schedule %s"
                  .formatted(i + 1, first, second, schedule));
        }
      }
      out.println(executions);
      complaints.forEach(out::println);
    }
  },

  /** Makes random executions, and prints the schedule of each, then the events of the last. */
  TRACE {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      RandomWalk strategy = new RandomWalk(1);
      for (int i = 0; i < executions; i++) {
        Ending ending = run.explore(strategy, false, false);
        out.println(outcome(ending, run) + " " + run.scheduler().choices().schedule(false));
      }
      var last = run.record(run.scheduler().choices().copy(), true).recorder();
      last.trace().events().forEach(out::println);
    }
  };

  private static final int WARM_UP = 100;
  private static final int COMPLAINTS_MAX = 5;

  private static @Nullable Instrumentation instrumentation;

  abstract void run(ProgramRun run, int executions, PrintStream out);

  /** Finds out which accesses are scheduling points. */
  private static RandomWalk warmUp(ProgramRun run) {
    RandomWalk strategy = new RandomWalk(1);
    for (int i = 0; i < WARM_UP; i++) {
      run.explore(strategy, false, true);
    }
    return strategy;
  }

  /** Returns what a person would see of an execution, on one line. */
  private static String outcome(Ending ending, ProgramRun run) {
    String key = Failures.key(ending, run);
    return (run.output().strip() + (key.isEmpty() ? "" : " " + key)).replace("\n", " | ");
  }

  /** Called by the JVM before main, by the manifest's {@code Launcher-Agent-Class}. */
  public static void agentmain(String arguments, Instrumentation jvm) {
    instrumentation = jvm;
  }

  /**
   * Takes the task, the folder with the classes, the main class, the executions and the file that
   * keeps the patched classes.
   */
  public static void main(String[] arguments) throws Exception {
    Runner.patchJdk(instrumentation, Path.of(arguments[4]));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    Program program =
        new Program(
            List.of(Path.of(arguments[1])), List.of(), arguments[2], List.of(), new byte[0]);
    ProgramRun run = new ProgramRun(program, new Exhaustive(), Settings.STEPS_PER_EXECUTION);
    valueOf(arguments[0]).run(run, Integer.parseInt(arguments[3]), out);
    Runtime.getRuntime().halt(0);
  }
}
