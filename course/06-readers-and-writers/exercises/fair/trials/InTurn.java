// what: a writer, a reader and a writer in a row
// criterion: policy
class InTurn {
  static final StringBuffer order = new StringBuffer();

  interface Part {
    void run() throws InterruptedException;
  }

  static Thread start(String name, Part part) {
    var thread = new Thread(() -> {
      try {
        part.run();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }, name);
    thread.start();
    return thread;
  }

  /** Comes back when {@code thread} waits. */
  static void untilWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.yield();
    }
  }

  static Thread writer(String name, Library library) {
    return start(name, () -> {
      library.startWriting();
      order.append(name.charAt(0));
      library.stopWriting();
    });
  }

  public static void main(String[] args) throws InterruptedException {
    var library = new Library();
    library.startReading();
    var ann = writer("Ann", library);
    untilWaiting(ann);
    var bob = start("Bob", () -> {
      library.startReading();
      order.append("B");
      library.stopReading();
    });
    untilWaiting(bob);
    var cid = writer("Cid", library);
    untilWaiting(cid);
    library.stopReading();
    ann.join();
    bob.join();
    cid.join();
    assert order.toString().equals("ABC") : "served in the order " + order;
  }
}
