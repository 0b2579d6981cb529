package heddle.engine.detect;

import heddle.engine.Cause;
import heddle.engine.schedule.Task;
import heddle.engine.trace.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A pool all of whose threads wait for tasks that are still in its queue. */
final class ExhaustedPool implements Classifier {
  @Override
  public Optional<Explanation> find(Evidence evidence) {
    Pools pools = new Pools(evidence.history());
    for (Task task : evidence.graph().live()) {
      Pools.Pool pool = pools.of(task.thread());
      if (pool != null) {
        List<Task> workers = waiting(evidence, pool);
        if (!workers.isEmpty()) {
          return Optional.of(explain(evidence, pool, workers));
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the threads of a pool if each of them waits for a task in its queue; else none. */
  private static List<Task> waiting(Evidence evidence, Pools.Pool pool) {
    Set<Object> queued = Pools.queued(pool);
    List<Thread> threads = Pools.threads(pool);
    List<Task> workers = new ArrayList<>();
    for (Task task : evidence.graph().live()) {
      Object future = threads.contains(task.thread()) ? awaited(evidence.history(), task) : null;
      if (future != null && queued.contains(future)) {
        workers.add(task);
      }
    }
    return workers.size() == threads.size() ? workers : List.of();
  }

  /** Returns the future that a thread waits for. */
  private static @Nullable Object awaited(History history, Task task) {
    Object parkedOn = WaitForGraph.parkedOn(task);
    if (parkedOn instanceof FutureTask<?>) {
      return parkedOn;
    }
    if (parkedOn == null) {
      return null;
    }
    // CompletableFuture parks on an object that does not lead back to it, but its caller is known.
    List<Event> own = history.of(task.id());
    return own.reversed().stream()
        .map(history::subject)
        .filter(CompletableFuture.class::isInstance)
        .findFirst()
        .orElse(null);
  }

  private static Explanation explain(Evidence evidence, Pools.Pool pool, List<Task> workers) {
    History history = evidence.history();
    List<String> waits = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    for (Task worker : workers) {
      waits.add("%s at %s".formatted(history.thread(worker.id()), evidence.graph().place(worker)));
      history.last(worker.id()).ifPresent(event -> steps.add(event.step()));
    }
    String threads = workers.size() == 1 ? "The only thread" : "All " + workers.size() + " threads";
    String sentence =
        "%s of %s %s for a task that stands in the queue of %s itself: %s. No thread is left to run what %s for. Do not wait inside a task for another one of the same pool, or give those a pool of their own."
            .formatted(
                threads,
                pool.name(),
                workers.size() == 1 ? "waits" : "wait, each",
                pool.name(),
                String.join(", ", waits),
                workers.size() == 1 ? "it waits" : "they wait");
    return new Explanation(
        "exhausted pool: every thread of %s waits for a task in its queue".formatted(pool.name()),
        sentence,
        new Cause(
            Cause.Kind.EXHAUSTED_POOL,
            List.of(pool.name()),
            steps.stream().sorted().toList(),
            Optional.empty()));
  }
}
