// fails: accepts
// why: Nobody promised which producer is first.
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
    var one = new Buffer(1);
    start("Cid", () -> one.put(3));
    start("Dora", () -> one.put(4));
    assert one.take() == 3 : "Dora was first";
    one.take();
  }
}
