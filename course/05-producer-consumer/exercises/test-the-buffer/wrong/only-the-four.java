// fails: catches-wrong-end
// why: With one item at a time there is no order to get wrong.
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
