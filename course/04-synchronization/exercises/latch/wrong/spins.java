// fails: no-sleep
// why: It asks again and again.
class Latch {
  private volatile boolean open;

  void open() {
    open = true;
  }

  void await() throws InterruptedException {
    while (!open) {
      Thread.onSpinWait();
    }
  }
}
