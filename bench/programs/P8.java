// verdict: fails failure AssertionError
// why: a lazily made object is published before it is filled.

public class P8 {
  private static volatile P8 instance;
  private int size;

  private static P8 instance() {
    if (instance == null) {
      synchronized (P8.class) {
        if (instance == null) {
          instance = new P8();
          instance.size = 7;
        }
      }
    }
    return instance;
  }

  private static void use() {
    int size = instance().size;
    assert size == 7 : "size is " + size;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(P8::use);
    Thread bob = new Thread(P8::use);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
  }
}
