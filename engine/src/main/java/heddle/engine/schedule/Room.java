package heddle.engine.schedule;

import java.util.List;

/** The classes of this room. */
final class Room {
  /**
   * The classes of this room. Loaded before the first hook is called: to load a class runs hooks.
   */
  private static final List<Class<?>> ROOM =
      List.of(
          Abandoned.class,
          Blocking.class,
          Choices.class,
          ClassInitializers.class,
          Ending.Completed.class,
          Host.class,
          Hosts.class,
          Hosts.EndOfHost.class,
          Launch.class,
          Ending.Died.class,
          Ending.Exited.class,
          Ending.Stuck.class,
          Ending.Bound.class,
          Ending.Escaped.class,
          Ending.Diverged.class,
          Liberties.class,
          Liberties.Taken.class,
          Ending.Pruned.class,
          LibraryCalls.class,
          Monitor.class,
          Monitors.class,
          Observer.class,
          Options.class,
          PausingObserver.class,
          PlainReads.class,
          ProgramThreads.class,
          Receivers.class,
          Replay.class,
          Shadow.class,
          StaleReads.class,
          StepStrategy.class,
          Task.class,
          Task.State.class,
          Termination.class,
          ThreadInternals.class);

  private Room() {}

  /** Loads all of them. */
  static void load() {
    for (Class<?> type : ROOM) {
      try {
        Class.forName(type.getName(), true, type.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
