package shop;

/** How many pieces of an article are left. */
public final class Stock {
  private int left;

  /** A stock of {@code pieces}; at least 0. */
  public Stock(int pieces) {
    left = pieces;
  }

  /** Takes one piece; returns whether there was one. */
  public boolean take() {
    if (look() > 0) {
      remove();
      return true;
    }
    return false;
  }

  /** Returns how many pieces are left. */
  public synchronized int look() {
    return left;
  }

  private synchronized void remove() {
    left--;
  }
}
