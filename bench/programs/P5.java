// verdict: fails failure AssertionError
// why: the writer of a hand-made readers-writers lock checks outside the monitor.

public class P5 {
  private volatile int readers;
  private volatile boolean writing;
  private int left;
  private int right;

  private synchronized void startRead() throws InterruptedException {
    while (writing) {
      wait();
    }
    readers++;
  }

  private synchronized void endRead() {
    readers--;
    notifyAll();
  }

  private void startWrite() throws InterruptedException {
    while (readers > 0 || writing) {
      synchronized (this) {
        if (readers > 0 || writing) {
          wait();
        }
      }
    }
    synchronized (this) {
      writing = true;
    }
  }

  private synchronized void endWrite() {
    writing = false;
    notifyAll();
  }

  private void read() {
    try {
      startRead();
      int l = left;
      int r = right;
      endRead();
      assert l == r : l + " is not " + r;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      startWrite();
      left++;
      right++;
      endWrite();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    P5 table = new P5();
    Thread[] threads = {new Thread(table::read), new Thread(table::read), new Thread(table::write)};
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
