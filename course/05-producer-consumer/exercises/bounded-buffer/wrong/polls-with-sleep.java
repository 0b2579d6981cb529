// fails: no-sleep
// why: It looks every few milliseconds.
class Buffer {
  private Integer item;

  void put(int newItem) throws InterruptedException {
    while (!offer(newItem)) {
      Thread.sleep(5);
    }
  }

  int take() throws InterruptedException {
    while (true) {
      Integer taken = poll();
      if (taken != null) {
        return taken;
      }
      Thread.sleep(5);
    }
  }

  private synchronized boolean offer(int newItem) {
    if (item != null) {
      return false;
    }
    item = newItem;
    return true;
  }

  private synchronized Integer poll() {
    Integer taken = item;
    item = null;
    return taken;
  }
}
