package heddle.engine.detect;

import heddle.engine.schedule.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The optimistic sections that threads are in, if any. */
final class OptimisticReads {
  private final List<@Nullable OptimisticSection> sections = new ArrayList<>();
  private final Consumer<Race> report;
  private boolean used;

  /** Races of reads that were valid, or that no one validated, go to {@code report}. */
  OptimisticReads(Consumer<Race> report) {
    this.report = report;
  }

  void clear() {
    if (used) {
      sections.clear();
      used = false;
    }
  }

  /** Returns the section that {@code task} is in. */
  @Nullable OptimisticSection of(Task task) {
    return used && task.id() < sections.size() ? sections.get(task.id()) : null;
  }

  void begins(Task task) {
    used = true;
    while (sections.size() <= task.id()) {
      sections.add(null);
    }
    settle(sections.set(task.id(), new OptimisticSection()));
  }

  /** The reads of the section that {@code task} is in have turned out to be valid, or not. */
  void validated(Task task, boolean valid) {
    OptimisticSection section = of(task);
    if (section == null) {
      return;
    }
    section.invalid = !valid;
    settle(section);
    sections.set(task.id(), valid ? new OptimisticSection() : null);
  }

  void ended(Task task) {
    settle(of(task));
  }

  private void settle(@Nullable OptimisticSection section) {
    if (section == null || section.decided) {
      return;
    }
    section.decided = true;
    Race race = section.race;
    if (race != null && !section.invalid) {
      report.accept(race);
    }
  }
}
