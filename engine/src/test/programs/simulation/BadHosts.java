// verdict: passes
// executions: 1000
// why: What can not be a host, and what can not be done to one, is said in one line.
import heddle.simulation.Host;
import heddle.simulation.Simulation;

class BadHosts {
  public static void main(String[] args) throws Exception {
    try (var simulation = new Simulation()) {
      Host idle = simulation.host("idle", () -> Thread.sleep(1_000));
      says("there is one called idle already", () -> simulation.host("idle", () -> {}));
      says("letters, digits and hyphens", () -> simulation.host("no_such", () -> {}));
      says("has no main method", () -> simulation.host("other", Comparable.class));
      says("two hosts", () -> simulation.link(idle, idle));
      says("a host of the simulation", () -> simulation.here().restart());
      if (idle.isUp()) {
        idle.crash();
      }
      assert !idle.isUp();
      idle.join();
    }
  }

  private static void says(String part, Runnable action) {
    try {
      action.run();
    } catch (IllegalArgumentException | IllegalStateException expected) {
      assert expected.getMessage().contains(part) : expected.getMessage();
      return;
    }
    throw new AssertionError("expected: " + part);
  }
}
