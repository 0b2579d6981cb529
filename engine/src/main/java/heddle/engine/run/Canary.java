package heddle.engine.run;

/**
 * A program with a lost update. Before each check it is run through the same weaving; if its failure is not found, the engine
 * is blind, and says so instead of passing anything.
 */
public final class Canary {
  private int count;

  private Canary() {}

  private void increment() {
    count++;
  }

  /** Two threads increment one counter; fails when an update is lost. */
  public static void main(String[] arguments) throws InterruptedException {
    Canary canary = new Canary();
    Thread first = new Thread(canary::increment);
    Thread second = new Thread(canary::increment);
    first.start();
    second.start();
    first.join();
    second.join();
    if (canary.count != 2) {
      throw new IllegalStateException("an update is lost");
    }
  }
}
