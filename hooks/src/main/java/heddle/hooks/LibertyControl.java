package heddle.hooks;

/** Decides which liberties of the specification are taken. */
public interface LibertyControl {
  /** A call that throws {@code InterruptedException} is about to be made. */
  void interruptible(int site);

  /** Returns whether a weak compare-and-set that is about to be made fails without reason. */
  boolean weakFails(int site);
}
