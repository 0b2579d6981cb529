// verdict: fails failure AssertionError
// why: the writer looks for readers once, before it announces itself.

public class ReadersWriterUncounted {
  private volatile int readers;
  private volatile boolean writing;
  private int left;
  private int right;

  private void write() {
    while (readers > 0) {
      Thread.yield();
    }
    writing = true;
    left++;
    right++;
    writing = false;
  }

  private void read() {
    while (writing) {
      Thread.yield();
    }
    readers = 1;
    int l = left;
    int r = right;
    readers = 0;
    assert l == r : l + " is not " + r;
  }

  public static void main(String[] args) throws InterruptedException {
    ReadersWriterUncounted table = new ReadersWriterUncounted();
    Thread writer = new Thread(table::write, "writer");
    Thread reader = new Thread(table::read, "reader");
    writer.start();
    reader.start();
    writer.join();
    reader.join();
  }
}
