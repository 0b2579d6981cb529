package heddle.engine.run;

import heddle.engine.Program;
import heddle.engine.Settings;
import heddle.engine.explore.Classes;
import heddle.engine.explore.Dpor;
import heddle.engine.explore.Exhaustive;
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
import java.util.TreeMap;
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
   * Takes one interleaving of each class, and prints how many executions that took, how many were
   * cut off, and how many different classes they were; then the outcomes.
   */
  REDUCE {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      Dpor strategy = new Dpor(false);
      Map<String, Integer> tally = new TreeMap<>();
      int learned = run.learned();
      for (int i = 0; i < executions && !strategy.exhausted(); i++) {
        Ending ending = run.explore(strategy, false, true);
        if (!(ending instanceof Ending.Pruned)) {
          tally.merge(outcome(ending, run), 1, Integer::sum);
        }
        if (run.learned() > learned) {
          learned = run.learned();
          strategy = new Dpor(false);
          tally.clear();
        }
      }
      out.println(strategy.exhausted() ? strategy.completed() : -1);
      out.println(
          strategy.pruned()
              + " "
              + strategy.infeasible()
              + " "
              + strategy.diverged()
              + " "
              + strategy.inexact());
      tally.forEach((outcome, count) -> out.println(outcome + ": " + count));
    }
  },

  /** Counts classes by taking every interleaving. */
  CLASSES {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      Exhaustive raw = new Exhaustive();
      Classes strategy = new Classes(raw);
      int learned = run.learned();
      int n = 0;
      for (int i = 0; i < executions && !strategy.exhausted(); i++) {
        n++;
        run.explore(strategy, false, i < 300);
        if (run.learned() > learned) {
          learned = run.learned();
          raw = new Exhaustive();
          strategy = new Classes(raw);
          n = 0;
        }
      }
      out.println((strategy.exhausted() ? "" : "not exhausted ") + n + " raw, classes " + strategy.count());
    }
  },
  /** Distinct classes of what DPOR takes, and of random walks. */
  DISTINCT {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      for (int i = 0; i < 300; i++) run.explore(new RandomWalk(i), false, true);
      Dpor dpor = new Dpor(false);
      java.util.Set<Long> seen = new java.util.HashSet<>();
      while (!dpor.exhausted() && dpor.completed() < executions) {
        dpor.keepFingerprint = true;
        Ending e = run.explore(dpor, false, false);
        if (!(e instanceof Ending.Pruned)) seen.add(dpor.latest);
      }
      out.println((dpor.diverged() ? "DIVERGED ":"")+(dpor.inexact()!=null?"INEXACT ":"")+(dpor.exhausted() ? "" : "not exhausted ") + dpor.completed() + " completed, pruned " + dpor.pruned() + ", infeasible " + dpor.infeasible() + ", distinct " + seen.size());
      Classes c = new Classes(new RandomWalk(7));
      long t = System.nanoTime();
      for (int i = 0; i < 20_000 && System.nanoTime() - t < 400_000_000L; i++) run.explore(c, false, false);
      java.util.Set<Long> missed = new java.util.HashSet<>(c.seen);
      missed.removeAll(seen);
      out.println("random classes " + c.count() + " missed by DPOR " + missed.size());
    }
  },

  /**
   * Makes random executions, each under one policy of time or the other, repeats each from the text
   * of its schedule, and prints how many it made, then those whose outcome differed.
   */
  REPEAT {
    @Override
    void run(ProgramRun run, int executions, PrintStream out) {
      RandomWalk strategy = new RandomWalk(1);
      for (int i = 0; i < WARM_UP; i++) {
        run.explore(strategy, false, true); // finds out which accesses are scheduling points
      }
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
  };

  private static final int WARM_UP = 100;
  private static final int COMPLAINTS_MAX = 5;

  private static @Nullable Instrumentation instrumentation;

  abstract void run(ProgramRun run, int executions, PrintStream out);

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
