// verdict: fails failure AssertionError
// why: two volatile fields are published one after the other, and a reader sees one old and one new.

public class P15 {
  private static volatile int version;
  private static volatile int price = 10;

  private static void publish() {
    version = 1;
    price = 20;
  }

  private static void read() {
    int seen = version;
    int paid = price;
    assert paid == (seen == 0 ? 10 : 20) : "version " + seen + " costs " + paid;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread writer = new Thread(P15::publish);
    Thread reader = new Thread(P15::read);
    writer.start();
    reader.start();
    writer.join();
    reader.join();
  }
}
