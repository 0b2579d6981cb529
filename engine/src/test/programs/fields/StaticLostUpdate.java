// verdict: fails lost-update StaticLostUpdate.hits
// why: a static field is shared like any other.

public class StaticLostUpdate {
  private static int hits;

  public static void main(String[] args) throws InterruptedException {
    Thread visitor = new Thread(() -> hits += 1);
    visitor.start();
    hits += 1;
    visitor.join();
    if (hits != 2) {
      throw new IllegalStateException("a hit is missing");
    }
  }
}
