/** The program that etc/make-cache checks, so that what a check loads is in the class cache. */
class Warmup {
  static int value;

  static void increment() {
    value++;
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(Warmup::increment, "Ann");
    var bob = new Thread(Warmup::increment, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert value == 2 : "value is " + value;
  }
}
