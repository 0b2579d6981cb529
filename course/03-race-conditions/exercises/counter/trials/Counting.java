// what: two threads that count
class Counting {
  public static void main(String[] args) throws InterruptedException {
    var counter = new Counter();
    var ann = new Thread(counter::increment, "Ann");
    var bob = new Thread(counter::increment, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert counter.value() == 2 : "counted " + counter.value();
  }
}
