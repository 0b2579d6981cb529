// fails: right
// why: The value is read before the lock is taken.
class Counter {
  private int value;

  void increment() {
    int next = value + 1;
    synchronized (this) {
      value = next;
    }
  }

  synchronized int value() {
    return value;
  }
}
