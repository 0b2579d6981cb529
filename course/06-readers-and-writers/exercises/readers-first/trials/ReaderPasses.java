// what: a reader beside a waiting writer
// criterion: policy
class ReaderPasses {
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

  public static void main(String[] args) throws InterruptedException {
    var library = new Library();
    library.startReading();
    start("Writer", () -> {
      library.startWriting();
      library.stopWriting();
    });
    var bob = start("Bob", () -> {
      library.startReading();
      library.stopReading();
    });
    bob.join(); // Bob reads beside us, whether the writer waits or not
    library.stopReading();
  }
}
