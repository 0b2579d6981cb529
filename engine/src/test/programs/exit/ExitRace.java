// verdict: fails exit 1
// why: the worker can leave with 1 before main leaves with 0.

public class ExitRace {
  public static void main(String[] args) {
    new Thread(() -> System.exit(1), "worker").start();
    System.exit(0);
  }
}
