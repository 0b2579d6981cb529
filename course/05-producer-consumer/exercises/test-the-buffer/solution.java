class BufferTest {
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
    var two = new Buffer(2);
    two.put(1);
    two.put(2);
    int first = two.take();
    int second = two.take();
    assert first == 1 && second == 2 : "took " + first + ", then " + second;

    var full = new Buffer(1);
    var producer = start("Producer", () -> {
      full.put(1);
      full.put(2);
      full.put(3);
    });
    assert full.size() <= 1 : full.size() + " items in a buffer for one";
    int taken = full.take() + full.take() + full.take();
    producer.join();
    assert full.size() == 0 && taken == 6 : "took " + taken;

    var one = new Buffer(1);
    var ann = start("Ann", () -> add(one.take()));
    var bob = start("Bob", () -> add(one.take()));
    var cid = start("Cid", () -> one.put(3));
    var dora = start("Dora", () -> one.put(4));
    ann.join();
    bob.join();
    cid.join();
    dora.join();
    assert sum == 7 : "took " + sum;
  }
}
