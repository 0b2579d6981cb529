// fails: right
// why: A lock that each call makes for itself keeps nobody out.
class Counter {
  private int value;

  void increment() {
    synchronized (new Object()) {
      value++;
    }
  }

  int value() {
    return value;
  }
}
