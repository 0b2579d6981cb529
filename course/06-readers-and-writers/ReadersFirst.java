// verdict: fails
// why: A reader that comes later may enter before a writer that waits.
class ReadersFirst {
  static int readers;
  static boolean writing;
  static boolean writerWaits;
  static int overtakers;

  static synchronized void startReading() {
    while (writing) {
      pause();
    }
    readers++;
    if (writerWaits) {
      overtakers++;
    }
  }

  static synchronized void stopReading() {
    readers--;
    ReadersFirst.class.notifyAll();
  }

  static synchronized void write() {
    writerWaits = true;
    while (readers > 0 || writing) {
      pause();
    }
    writerWaits = false;
    assert overtakers == 0 : overtakers + " readers overtook the writer";
  }

  static void read() {
    startReading();
    stopReading();
  }

  static void pause() {
    try {
      ReadersFirst.class.wait();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) {
    new Thread(ReadersFirst::read, "Ann").start();
    new Thread(ReadersFirst::write, "Writer").start();
    new Thread(ReadersFirst::read, "Bob").start();
  }
}
