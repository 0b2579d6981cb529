// verdict: fails lost-update
// why: Between get and set the other one may set.
import java.util.concurrent.atomic.AtomicInteger;

class GetThenSet {
  static final AtomicInteger hits = new AtomicInteger();

  static void hit() {
    hits.set(hits.get() + 1);
  }

  public static void main(String[] args) throws InterruptedException {
    var ann = new Thread(GetThenSet::hit, "Ann");
    var bob = new Thread(GetThenSet::hit, "Bob");
    ann.start();
    bob.start();
    ann.join();
    bob.join();
    assert hits.get() == 2 : hits + " hits";
  }
}
