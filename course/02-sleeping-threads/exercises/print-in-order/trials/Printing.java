// what: three threads that print
class Printing {
  static final StringBuffer printed = new StringBuffer();

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
    var order = new Order();
    var three = start("Third", () -> order.third(() -> printed.append("3")));
    var two = start("Second", () -> order.second(() -> printed.append("2")));
    var one = start("First", () -> order.first(() -> printed.append("1")));
    one.join();
    two.join();
    three.join();
    assert printed.toString().equals("123") : "printed " + printed;
  }
}
