package heddle.engine.detect;

import org.jspecify.annotations.Nullable;

/**
 * Two accesses to one variable, not both of them reads, that nothing orders (JLS 17.4.5).
 *
 * @param first the earlier access in the execution that shows it
 * @param second the later access
 * @param owner the object, array or collection; null for a static field
 * @param index the element; negative when it is a field or a whole collection
 */
public record Race(Access first, Access second, @Nullable Object owner, int index) {
  /**
   * One of the accesses.
   *
   * @param task number of the thread
   * @param site where
   * @param write whether it writes
   */
  public record Access(int task, int site, boolean write) {}

  /** Returns a text that is the same for the same race in another execution. */
  public String key() {
    return "race %d %d %d %d".formatted(first.task(), first.site(), second.task(), second.site());
  }
}
