// fails: right
// why: It lets everyone in.
class Permits {
  private int free;

  Permits(int free) {
    this.free = free;
  }

  synchronized void acquire() throws InterruptedException {
    // Your work begins here.
    free--;
  }

  synchronized void release() {
    free++;
  }
}
