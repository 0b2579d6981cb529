// verdict: fails failure NullPointerException
// why: the constructor publishes the object before its field is set.

public class ListenerDuringConstruction {
  private static volatile ListenerDuringConstruction latest;

  private final String name;

  ListenerDuringConstruction(String name) {
    latest = this;
    this.name = name;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread maker = new Thread(() -> new ListenerDuringConstruction("loom"), "maker");
    maker.start();
    ListenerDuringConstruction seen = latest;
    if (seen != null) {
      System.out.println(seen.name.length());
    }
    maker.join();
  }
}
