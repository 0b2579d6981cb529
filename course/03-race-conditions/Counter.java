// verdict: fails lost-update
// why: Both may read before either has written.
class Counter {
  static int value;

  static void increment() {
    value++;
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(Counter::increment, "Ann");
    var bob = new Thread(Counter::increment, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert value == 2 : "value is " + value;
  }
}
