// fails: parallel
// why: Readers keep each other out.
class Library {
  private int readers;
  private boolean writing;

  synchronized void startReading() throws InterruptedException {
    while (writing || readers > 0) {
      wait();
    }
    readers++;
  }

  synchronized void stopReading() {
    readers--;
    notifyAll();
  }

  synchronized void startWriting() throws InterruptedException {
    while (writing || readers > 0) {
      wait();
    }
    writing = true;
  }

  synchronized void stopWriting() {
    writing = false;
    notifyAll();
  }
}
