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
    waitingWriters++;
    while (writing || readers > 0) {
      wait();
    }
    waitingWriters--;
    writing = true;
  }

  synchronized void stopWriting() {
    writing = false;
    notifyAll();
  }
}
