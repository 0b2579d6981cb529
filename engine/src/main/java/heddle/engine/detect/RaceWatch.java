package heddle.engine.detect;

import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches for one race in an execution that is recorded: keeps the stacks of its accesses, and ends
 * the trace with the second of them.
 */
public final class RaceWatch {
  private static final int STACK_MAX = 20;

  private final String key;
  private final Recorder recorder;
  private List<String> lastOfFirst = List.of();
  private List<String> firstStack = List.of();
  private List<String> secondStack = List.of();
  private final Race.Access first;
  private @Nullable Race found;

  /** Lets {@code detector} look for {@code race} in the coming execution. */
  public RaceWatch(Race race, RaceDetector detector, Recorder recorder) {
    this.key = race.key();
    this.first = race.first();
    this.recorder = recorder;
    detector.watch(this);
  }

  /** Whether the race was seen again. */
  public boolean seen() {
    return found != null;
  }

  /** A plain access is about to be checked. */
  void access(Task task, int site) {
    if (found == null && task.id() == first.task() && site == first.site()) {
      lastOfFirst = stack();
    }
  }

  void found(Race race) {
    if (found == null && race.key().equals(key)) {
      found = race;
      firstStack = lastOfFirst;
      secondStack = stack();
      recorder.cut();
    }
  }

  List<String> firstStack() {
    return firstStack;
  }

  List<String> secondStack() {
    return secondStack;
  }

  private static List<String> stack() {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (Diagnosis.isProgram(frame) && frames.size() < STACK_MAX) {
        frames.add(Diagnosis.text(frame));
      }
    }
    return frames;
  }
}
