package heddle.engine.schedule;

/** What is known of the places in woven code that report to the engine, by their number. */
public interface Sites {
  /** Returns an object that stands for the static field accessed at {@code site}. */
  Object staticKey(int site);

  /** Returns the number of the field accessed at {@code site}. */
  int field(int site);

  /** Returns whether the loop that starts over at {@code site} does nothing but read. */
  boolean pureLoop(int site);

  /** Returns the first site in the loop that starts over at {@code site}. */
  int loopStart(int site);

  /** Returns whether the call at {@code site} only reads. */
  boolean reads(int site);

  /** Returns whether the static call at {@code site} concerns the calling thread alone. */
  boolean concernsSelf(int site);

  /** Returns what happens at {@code site}, in words. */
  String text(int site);
}
