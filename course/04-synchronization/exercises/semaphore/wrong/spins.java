// fails: no-sleep
// why: It keeps a processor busy with looking.
class Permits {
  private volatile int free;

  Permits(int free) {
    this.free = free;
  }

  void acquire() throws InterruptedException {
    while (free == 0) {
      Thread.onSpinWait();
    }
    synchronized (this) {
      free--;
    }
  }

  synchronized void release() {
    free++;
    notifyAll();
  }
}
