// verdict: fails failure java.lang.NullPointerException
// why: A final field protects what is in the object, but the second read of the instance may find null again.
// liberties: stale reads
class SingletonFinal {
  static SingletonFinal instance;
  final int value;

  SingletonFinal() {
    value = 42;
  }

  static SingletonFinal get() {
    if (instance == null) {
      synchronized (SingletonFinal.class) {
        if (instance == null) {
          instance = new SingletonFinal();
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
    var one = new Thread(SingletonFinal::use, "one");
    var two = new Thread(SingletonFinal::use, "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
