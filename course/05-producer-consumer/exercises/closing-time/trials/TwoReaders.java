// what: two consumers, one letter, and closing
class TwoReaders {
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
    var box = new Mailbox();
    var ann = start("Ann", () -> add(box.take()));
    var bob = start("Bob", () -> add(box.take()));
    box.send(7);
    box.close();
    ann.join();
    bob.join();
    assert sum == 6 : "took " + sum + ", expected 7 and -1";
  }
}
