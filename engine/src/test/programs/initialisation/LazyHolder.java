// verdict: all-pass
// why: the JVM initialises the holder once, when the first thread needs it.

public class LazyHolder {
  private static int created;

  private static class Holder {
    static final LazyHolder INSTANCE = new LazyHolder();
  }

  private LazyHolder() {
    created++;
  }

  static LazyHolder instance() {
    return Holder.INSTANCE;
  }

  public static void main(String[] args) throws InterruptedException {
    LazyHolder[] seen = new LazyHolder[2];
    Thread first = new Thread(() -> seen[0] = instance());
    Thread second = new Thread(() -> seen[1] = instance());
    first.start();
    second.start();
    first.join();
    second.join();
    assert created == 1 && seen[0] != null && seen[0] == seen[1];
  }
}
