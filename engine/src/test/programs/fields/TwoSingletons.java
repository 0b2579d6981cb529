// verdict: fails failure AssertionError
// why: both threads can find the field null and create an instance each.

public class TwoSingletons {
  private static class Registry {
    private static Registry instance;

    static Registry instance() {
      if (instance == null) {
        instance = new Registry();
      }
      return instance;
    }
  }

  private static Registry seen;

  public static void main(String[] args) throws InterruptedException {
    Thread other = new Thread(() -> seen = Registry.instance());
    other.start();
    Registry mine = Registry.instance();
    other.join();
    assert mine == seen : "two registries";
  }
}
