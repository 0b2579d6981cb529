package heddle.engine.detect;

import heddle.engine.schedule.Task;
import org.jspecify.annotations.Nullable;

/** A call of a library method that synchronizes, from its start to its end. */
final class LibraryCall {
  final Task task;
  final Object receiver;
  final @Nullable Object argument;
  final int index;
  final int site;
  final String name;
  final CallRule rule;

  /** Whether the library has called the program back. */
  boolean calledBack;

  /** What the rule notes between start and end. */
  @Nullable Object state;

  LibraryCall(Task task, Object receiver, int site, String name, CallRule rule) {
    this.task = task;
    this.receiver = receiver;
    this.argument = task.argument();
    this.index = task.index();
    this.site = site;
    this.name = name;
    this.rule = rule;
  }
}
