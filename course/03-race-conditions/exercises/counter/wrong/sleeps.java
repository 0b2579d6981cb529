// fails: no-sleep
// why: A sleep makes the failure rare and not impossible.
class Counter {
  private int value;

  void increment() {
    try {
      Thread.sleep(Thread.currentThread().getName().length() > 3 ? 10 : 0);
    } catch (InterruptedException e) {
      return;
    }
    value++;
  }

  int value() {
    return value;
  }
}
