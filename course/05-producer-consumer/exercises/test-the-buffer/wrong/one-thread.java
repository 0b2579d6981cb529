// fails: catches-one-wake-up
// why: A single thread never waits for another.
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
  }
}
