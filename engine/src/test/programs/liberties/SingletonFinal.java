// verdict: all-pass
// why: Who finds the object finds the final fields that its constructor wrote (JLS 17.5), and the instance is read once.
// liberties: stale reads
class SingletonFinal {
  static SingletonFinal instance;
  final int value;

  SingletonFinal() {
    value = 42;
  }

  static SingletonFinal get() {
    SingletonFinal found = instance;
    if (found == null) {
      synchronized (SingletonFinal.class) {
        found = instance;
        if (found == null) {
          found = new SingletonFinal();
          instance = found;
        }
      }
    }
    return found;
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
