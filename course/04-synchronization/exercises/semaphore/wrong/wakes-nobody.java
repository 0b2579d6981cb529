// fails: deadlock-free
// why: Who waits is never told.
class Permits {
  private int free;

  Permits(int free) {
    this.free = free;
  }

  synchronized void acquire() throws InterruptedException {
    while (free == 0) {
      wait();
    }
    free--;
  }

  synchronized void release() {
    free++;
  }
}
