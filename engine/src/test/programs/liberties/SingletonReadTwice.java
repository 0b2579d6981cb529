// verdict: fails failure NullPointerException
// why: A final field protects what is in the object, but the second read of the instance may find null again.
// liberties: stale reads
class SingletonReadTwice {
  static SingletonReadTwice instance;
  final int value;

  SingletonReadTwice() {
    value = 42;
  }

  static SingletonReadTwice get() {
    if (instance == null) {
      synchronized (SingletonReadTwice.class) {
        if (instance == null) {
          instance = new SingletonReadTwice();
        }
      }
    }
    return instance;
  }

  static void use() {
    int seen = get().value;
    assert seen == 42 : "half built: " + seen;
  }

  public static void main(String[] args) throws Exception {
    var one = new Thread(SingletonReadTwice::use, "one");
    var two = new Thread(SingletonReadTwice::use, "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
