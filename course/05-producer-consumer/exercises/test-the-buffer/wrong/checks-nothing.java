// fails: catches-wrong-end
// why: It runs everything and looks at nothing.
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
    two.take();
    two.take();
  }
}
