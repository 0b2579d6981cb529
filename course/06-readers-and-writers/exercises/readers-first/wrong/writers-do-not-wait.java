// fails: right
// why: A writer goes in beside readers.
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
    writing = true;
  }

  synchronized void stopWriting() {
    writing = false;
    notifyAll();
  }
}
