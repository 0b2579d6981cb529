// verdict: fails failure AssertionError
// why: Without volatile, a thread that finds the object need not find what its constructor wrote.
// liberties: stale reads
class HalfBuiltSingleton {
  static HalfBuiltSingleton instance;
  int value;

  HalfBuiltSingleton() {
    value = 42;
  }

  static HalfBuiltSingleton get() {
    HalfBuiltSingleton found = instance;
    if (found == null) {
      synchronized (HalfBuiltSingleton.class) {
        found = instance;
        if (found == null) {
          found = new HalfBuiltSingleton();
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
    var one = new Thread(HalfBuiltSingleton::use, "one");
    var two = new Thread(HalfBuiltSingleton::use, "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
