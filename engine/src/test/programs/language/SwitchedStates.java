// verdict: fails failure IllegalStateException
// why: two threads can both find the door closed, and the second opens an open door.

public class SwitchedStates {
  enum Door {
    CLOSED,
    OPEN
  }

  private static volatile Door door = Door.CLOSED;

  private static synchronized void open() {
    switch (door) {
      case CLOSED -> door = Door.OPEN;
      case OPEN -> throw new IllegalStateException("already open");
    }
  }

  private static void command(String word) {
    switch (word) {
      case "open":
        if (door == Door.CLOSED) {
          open();
        }
        break;
      default:
        throw new IllegalArgumentException(word);
    }
  }

  public static void main(String[] args) {
    new Thread(() -> command("open"), "Ann").start();
    new Thread(() -> command("open"), "Bob").start();
  }
}
