// fails: policy
// why: The writer is counted when it no longer waits.
class Library {
  private int readers;
  private boolean writing;
  private int waitingWriters;

  synchronized void startReading() throws InterruptedException {
    while (writing || waitingWriters > 0) {
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
    waitingWriters++;
    waitingWriters--;
    writing = true;
  }

  synchronized void stopWriting() {
    writing = false;
    notifyAll();
  }
}
