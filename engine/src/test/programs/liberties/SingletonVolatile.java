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
    if (instance == null) {
      synchronized (SingletonVolatile.class) {
        if (instance == null) {
          instance = new SingletonVolatile();
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
    var one = new Thread(SingletonVolatile::use, "one");
    var two = new Thread(SingletonVolatile::use, "two");
    one.start();
    two.start();
    one.join();
    two.join();
  }
}
