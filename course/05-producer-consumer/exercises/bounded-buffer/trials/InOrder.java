// what: one producer of two items
class InOrder {
  static int sum;

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

  static synchronized void add(int item) {
    sum += item;
  }

  public static void main(String[] args) throws InterruptedException {
    var buffer = new Buffer();
    var producer = start("Producer", () -> {
      buffer.put(1);
      buffer.put(2);
    });
    int first = buffer.take();
    int second = buffer.take();
    assert first == 1 && second == 2 : "took " + first + ", then " + second;
    producer.join();
  }
}
