package heddle.engine.schedule;

/** Unwinds a thread that can not be suspended when its execution is over. Nothing of it is ever shown. */
final class Abandoned extends Error {
  private static final long serialVersionUID = 1L;

  Abandoned() {
    super("execution is over", null, false, false);
  }
}
