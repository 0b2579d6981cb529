class Counter {
  private int value;

  void increment() {
    value++;
  }

  int value() {
    return value;
  }
}
