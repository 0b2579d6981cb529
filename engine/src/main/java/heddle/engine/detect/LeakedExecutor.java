package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.schedule.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Executors and timers whose idle threads keep the program alive because nobody shut them down. */
final class LeakedExecutor implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    Pools pools = new Pools(evidence.history());
    Map<Pools.Pool, String> leaked = new LinkedHashMap<>();
    for (Task task : evidence.graph().live()) {
      if (task.daemon()) {
        continue;
      }
      Pools.Pool pool = pools.of(task.thread());
      if (pool == null) {
        return Optional.empty();
      }
      leaked.merge(
          pool, evidence.history().thread(task.id()), (one, other) -> one + " and " + other);
    }
    return leaked.isEmpty() ? Optional.empty() : Optional.of(explain(leaked));
  }

  private static Explanation explain(Map<Pools.Pool, String> leaked) {
    List<String> names = leaked.keySet().stream().map(Pools.Pool::name).toList();
    String all = String.join(" and ", names);
    Pools.Pool first = leaked.keySet().iterator().next();
    String threads = String.join(" and ", leaked.values());
    boolean isTimer = first.isTimer();
    String sentence =
        "All work is done, but nobody %s %s, and so %s %s for more and the program never ends. Call %s%s when nothing more is to come%s."
            .formatted(
                isTimer ? "cancelled" : "shut down",
                all,
                threads,
                threads.contains(" and ") ? "wait" : "waits",
                isTimer ? "its" : first.name() + ".",
                isTimer ? " cancel()" : "shutdown()",
                isTimer ? ", or make its thread a daemon" : ", or use try-with-resources");
    return new Explanation(
        "never ends: %s %s never %s"
            .formatted(all, names.size() > 1 ? "were" : "was", isTimer ? "cancelled" : "shut down"),
        sentence,
        new Cause(Cause.Kind.LEAKED_EXECUTOR, names, List.of(), Optional.empty()));
  }
}
