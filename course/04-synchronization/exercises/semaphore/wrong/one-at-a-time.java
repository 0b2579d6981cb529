// fails: parallel
// why: However many permits, only one gets in.
class Permits {
  private int free;

  Permits(int free) {
    this.free = Math.min(free, 1);
  }

  synchronized void acquire() throws InterruptedException {
    while (free == 0) {
      wait();
    }
    free--;
  }

  synchronized void release() {
    free++;
    notifyAll();
  }
}
