// fails: right
// why: Both may read before either writes.
class Counter {
  private int value;

  void increment() {
    value++;
  }

  int value() {
    return value;
  }
}
