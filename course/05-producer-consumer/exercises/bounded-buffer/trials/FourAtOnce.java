// what: two producers and two consumers
class FourAtOnce {
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
    start("Ann", () -> add(buffer.take()));
    start("Bob", () -> add(buffer.take()));
    var cid = start("Cid", () -> buffer.put(3));
    var dora = start("Dora", () -> buffer.put(4));
    cid.join();
    dora.join();
  }
}
