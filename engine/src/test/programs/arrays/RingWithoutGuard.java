// verdict: fails failure AssertionError
// why: two producers can read the same tail, and one entry is overwritten.

public class RingWithoutGuard {
  private static class Ring {
    private final char[] entries = new char[4];
    private int tail;

    void add(char entry) {
      entries[tail] = entry;
      tail = (tail + 1) % entries.length;
    }

    boolean contains(char wanted) {
      for (char entry : entries) {
        if (entry == wanted) {
          return true;
        }
      }
      return false;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Ring ring = new Ring();
    Thread ann = new Thread(() -> ring.add('a'));
    Thread bob = new Thread(() -> ring.add('b'));
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert ring.contains('a') && ring.contains('b');
  }
}
