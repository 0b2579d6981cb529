// verdict: passes
// why: readers are counted and the writer waits until there are none, all inside one monitor.

public class ReadersWriter {
  private int readers;
  private boolean writing;
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

  private void write() {
    try {
      startWrite();
      left++;
      right++;
      endWrite();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ReadersWriter table = new ReadersWriter();
    Thread first = new Thread(table::write);
    Thread second = new Thread(table::write);
    first.start();
    second.start();
    table.startRead();
    assert table.left == table.right;
    table.endRead();
    first.join();
    second.join();
  }
}
