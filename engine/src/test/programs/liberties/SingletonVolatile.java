// verdict: all-pass
// why: Who finds the object in the volatile field finds what was written before it was put there.
// liberties: stale reads
class SingletonVolatile {
  static volatile SingletonVolatile instance;
  int value;

  SingletonVolatile() {
    value = 42;
  }

  static SingletonVolatile get() {
    SingletonVolatile found = instance;
    if (found == null) {
      synchronized (SingletonVolatile.class) {
        found = instance;
        if (found == null) {
          found = new SingletonVolatile();
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
    var one = new Thread(SingletonVolatile::use, "one");
    var two = new Thread(SingletonVolatile::use, "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
