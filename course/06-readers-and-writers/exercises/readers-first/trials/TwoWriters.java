// what: two writers
import java.util.concurrent.atomic.AtomicInteger;

class TwoWriters {
  static final AtomicInteger readers = new AtomicInteger();
  static final AtomicInteger writers = new AtomicInteger();

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

  static void read(Library library) throws InterruptedException {
    library.startReading();
    readers.incrementAndGet();
    assert writers.get() == 0 : "reads while a writer writes";
    readers.decrementAndGet();
    library.stopReading();
  }

  static void write(Library library) throws InterruptedException {
    library.startWriting();
    int now = writers.incrementAndGet();
    assert now == 1 && readers.get() == 0 : "writes while others are inside";
    writers.decrementAndGet();
    library.stopWriting();
  }

  public static void main(String[] args) {
    var library = new Library();
    start("Ann", () -> write(library));
    start("Bob", () -> write(library));
  }
}
