// fails: right
// why: Woken, it does not look again.
class Permits {
  private int free;

  Permits(int free) {
    this.free = free;
  }

  synchronized void acquire() throws InterruptedException {
    if (free == 0) {
      wait();
    }
    free--;
  }

  synchronized void release() {
    free++;
    notifyAll();
  }
}
