// fails: no-sleep
// why: It keeps a processor busy with looking.
class Permits {
  private int free;

  Permits(int free) {
    this.free = free;
  }

  void acquire() throws InterruptedException {
    while (!tryAcquire()) {
      Thread.onSpinWait();
    }
  }

  private synchronized boolean tryAcquire() {
    return free > 0 && free-- > 0;
  }

  synchronized void release() {
    free++;
    notifyAll();
  }
}
