// fails: policy
// why: Readers walk past.
class Library {
  private int readers;
  private boolean writing;

  synchronized void startReading() throws InterruptedException {
    while (writing) {
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
