package heddle.engine.detect;

import heddle.engine.Finding;
import heddle.engine.Place;
import heddle.engine.schedule.Ending;
import heddle.engine.schedule.Task;
import heddle.engine.trace.Operation;
import heddle.engine.trace.Trace;
import heddle.engine.weave.SiteTable;
import java.util.ArrayList;
import java.util.List;

/** Says what went wrong in an execution that was recorded. */
public final class Diagnosis {
  private static final int STACK_MAX = 20;

  private final Recorder recorder;
  private final SiteTable sites;
  private final WaitForGraph graph;

  /** Creates the diagnosis of the execution that {@code recorder} has recorded. */
  public Diagnosis(Recorder recorder, SiteTable sites, WaitForGraph graph) {
    this.recorder = recorder;
    this.sites = sites;
    this.graph = graph;
  }

  /** What an execution shows: the finding and the events. */
  public record Shown(Finding finding, Trace trace) {}

  /** Returns what {@code ending} shows, which is neither completion nor loss of control. */
  public Shown of(Ending ending) {
    return switch (ending) {
      case Ending.Died died -> died(died);
      case Ending.Exited exited -> exited(exited);
      case Ending.Stuck _ -> stuck();
      case Ending.Bound bound -> bound(bound);
      case Ending.Completed _, Ending.Pruned _, Ending.Escaped _, Ending.Diverged _ ->
          throw new IllegalArgumentException("nothing to explain: " + ending);
    };
  }

  private Shown stuck() {
    History history = recorder.history();
    Finding finding = Causes.named(new Evidence(history, graph, graph.finding()), "");
    return new Shown(finding, history.trace());
  }

  private String name(Task task) {
    return recorder.names().thread(task.thread());
  }

  private Shown died(Ending.Died died) {
    Throwable exception = died.exception();
    List<String> stack = new ArrayList<>();
    Place place = Place.UNKNOWN;
    int ends = 0;
    for (StackTraceElement frame : exception.getStackTrace()) {
      boolean own = isProgram(frame);
      if (own && place.line() == 0) {
        place = new Place(fileOf(frame), frame.getLineNumber(), frame.getMethodName());
      }
      stack.add(text(frame));
      ends = own ? stack.size() : ends;
    }
    // Below the program's outermost frame there is only what started its thread.
    stack.subList(Math.min(ends, STACK_MAX), stack.size()).clear();
    String type = exception.getClass().getName();
    String message = message(exception);
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String thread = name(died.task());
    String what = simple + (message.isEmpty() ? "" : ": " + message);
    recorder.finish(died.task(), new Operation.Throws(simple, message), place);
    Finding.Failure failure =
        new Finding.Failure(
            what + " in " + thread,
            "%s died of %s at %s, and nothing caught it.".formatted(thread, simple, place),
            thread,
            type,
            message,
            place,
            stack);
    return explained(failure);
  }

  /** Adds to a failure what it came of, where that can be told. */
  private Shown explained(Finding.Failure failure) {
    History history = recorder.history();
    Evidence evidence = new Evidence(history, graph, failure);
    return new Shown(
        NetworkLiberty.unnamed(evidence, noticed(failure))
            .orElseGet(() -> Causes.named(evidence, noticed(failure))),
        history.trace());
  }

  private static String message(Throwable exception) {
    String message = exception.getMessage();
    Throwable cause = exception.getCause();
    if (message == null && cause != null) {
      return "caused by " + cause;
    }
    return message == null ? "" : message;
  }

  private static String noticed(Finding.Failure failure) {
    return "%s noticed it at %s: %s."
        .formatted(
            failure.thread(),
            failure.place(),
            failure.message().isEmpty()
                ? failure.type().substring(failure.type().lastIndexOf('.') + 1)
                : failure.message());
  }

  private Shown exited(Ending.Exited exited) {
    Place place = sites.place(exited.site());
    String thread = name(exited.task());
    recorder.finish(exited.task(), new Operation.Exits(exited.status()), place);
    History history = recorder.history();
    String sentence =
        "%s ended the program with status %d at %s.".formatted(thread, exited.status(), place);
    Finding.NonZeroExit exit =
        new Finding.NonZeroExit(
            "exit status " + exited.status(), sentence, thread, exited.status(), place);
    return new Shown(Causes.named(new Evidence(history, graph, exit), sentence), history.trace());
  }

  private Shown bound(Ending.Bound bound) {
    Place place = sites.place(bound.site());
    String thread = name(bound.task());
    History history = recorder.history();
    Finding.StepBound symptom =
        new Finding.StepBound(
            "no end within %,d steps".formatted(bound.steps()),
            "%s was still busy at %s after %,d steps: a loop that has no end, or one too long to explore."
                .formatted(thread, place, bound.steps()),
            thread,
            bound.steps(),
            place);
    return new Shown(Causes.named(new Evidence(history, graph, symptom), ""), history.trace());
  }

  /** Returns whether {@code frame} is one of the program's own. */
  public static boolean isProgram(StackTraceElement frame) {
    return "program".equals(frame.getClassLoaderName());
  }

  private static String fileOf(StackTraceElement frame) {
    String file = frame.getFileName();
    return file == null ? "?" : file;
  }

  static String text(StackTraceElement frame) {
    String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
    return type.replace('$', '.')
        + "."
        + frame.getMethodName()
        + "("
        + fileOf(frame)
        + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "")
        + ")";
  }
}
