// what: a reader that comes after a waiting writer
// criterion: policy
class WriterIsNext {
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

  public static void main(String[] args) throws InterruptedException {
    var library = new Library();
    library.startReading();
    var writer = start("Writer", () -> {
      library.startWriting();
      order.append("W");
      library.stopWriting();
    });
    untilWaiting(writer);
    var bob = start("Bob", () -> {
      library.startReading();
      order.append("B");
      library.stopReading();
    });
    library.stopReading();
    writer.join();
    bob.join();
    assert order.toString().equals("WB") : "Bob overtook the writer that waited";
  }
}
