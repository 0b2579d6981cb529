// verdict: fails deadlock
// why: the last reader leaves without waking the writer that waits for it.

public class P10 {
  private int readers;
  private boolean writing;

  private synchronized void startRead() throws InterruptedException {
    while (writing) {
      wait();
    }
    readers++;
  }

  private synchronized void endRead() {
    readers--;
  }

  private synchronized void startWrite() throws InterruptedException {
    while (writing || readers > 0) {
      wait();
    }
    writing = true;
  }

  private synchronized void endWrite() {
    writing = false;
    notifyAll();
  }

  private void read() {
    try {
      startRead();
      endRead();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      startWrite();
      endWrite();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    P10 table = new P10();
    Thread[] threads = {new Thread(table::read), new Thread(table::read), new Thread(table::write)};
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
