// fails: deadlock-free
// why: The last reader wakes no writer.
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
