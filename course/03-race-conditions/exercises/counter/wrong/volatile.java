// fails: right
// why: Every read and write is seen at once, but the three are not one step.
class Counter {
  private volatile int value;

  void increment() {
    value++;
  }

  int value() {
    return value;
  }
}
