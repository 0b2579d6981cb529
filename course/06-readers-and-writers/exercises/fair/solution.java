class Library {
  private int readers;
  private boolean writing;
  private int nextNumber;
  private int served;

  synchronized void startReading() throws InterruptedException {
    int mine = nextNumber++;
    while (served != mine || writing) {
      wait();
    }
    served++;
    readers++;
    notifyAll();
  }

  synchronized void stopReading() {
    readers--;
    notifyAll();
  }

  synchronized void startWriting() throws InterruptedException {
    int mine = nextNumber++;
    while (served != mine || writing || readers > 0) {
      wait();
    }
    served++;
    writing = true;
  }

  synchronized void stopWriting() {
    writing = false;
    notifyAll();
  }
}
